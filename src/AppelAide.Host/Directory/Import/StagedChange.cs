using AppelAide.Host.Directory.Hsds;

namespace AppelAide.Host.Directory.Import;

/// <summary>A change that waits to be applied.</summary>
/// <param name="Number">Its place among those of the import.</param>
/// <param name="Action"><see cref="Write"/> or <see cref="Retire"/>.</param>
/// <param name="Kind">The record's kind.</param>
/// <param name="RecordId">Its identifier.</param>
/// <param name="Record">The record as JSON; empty for one that goes.</param>
internal sealed record StagedChange(long Number, string Action, string Kind, string RecordId, string Record)
{
    public const string Write = "write";
    public const string Retire = "retire";

    /// <summary>A record that is new or changed.</summary>
    public static StagedChange Of(long number, HsdsRecord record) => new(number, Write, record.Table, record.Id, record.ToJson());

    /// <summary>A record that goes.</summary>
    public static StagedChange Without(long number, string kind, string id) => new(number, Retire, kind, id, "");
}
