using System.Collections.Immutable;

namespace AppelAide.Host.Directory.Editing;

/// <summary>What somebody changed at once.</summary>
/// <param name="Number">Its number.</param>
/// <param name="At">When.</param>
/// <param name="Staff">Who; of an import, who imported.</param>
/// <param name="What"><see cref="Edit"/>, <see cref="Undo"/> or <see cref="Import"/>.</param>
/// <param name="Undoes">The change that it takes back; null when it takes none back.</param>
/// <param name="Rows">Each record of it.</param>
internal sealed record RecordChange(long Number, DateTimeOffset At, string Staff, string What, long? Undoes, ImmutableArray<HistoryRow> Rows)
{
    public const string Edit = "edit";
    public const string Undo = "undo";
    public const string Import = "import";

    /// <summary>Whether it was taken back since.</summary>
    public bool IsUndone { get; init; }
}
