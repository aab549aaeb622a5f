using AppelAide.Host.Directory.Editing;

namespace AppelAide.Host.Console;

/// <summary>A change, as the history shows it.</summary>
/// <param name="Change">The change.</param>
/// <param name="Lines">Its fields.</param>
/// <param name="MayUndo">Whether whoever looks may take it back.</param>
/// <param name="Once">The word of the form that takes it back.</param>
internal sealed record HistoryEntry(RecordChange Change, IReadOnlyList<HistoryLine> Lines, bool MayUndo, string Once);
