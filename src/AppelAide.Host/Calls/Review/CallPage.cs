namespace AppelAide.Host.Calls.Review;

/// <summary>A page of the call log, newest first.</summary>
/// <param name="Entries">The conversations.</param>
/// <param name="HasNewer">Whether there may be some before them in the list.</param>
/// <param name="HasOlder">Whether there are some after them in the list.</param>
/// <param name="SearchedTo">
/// When several filters together are so rare that looking on would take too long: the conversation that was reached, from which to go on. Null when
/// the page is whole.
/// </param>
internal sealed record CallPage(IReadOnlyList<CallLogEntry> Entries, bool HasNewer, bool HasOlder, CallPosition? SearchedTo)
{
    /// <summary>Nothing at all.</summary>
    public static CallPage Empty { get; } = new([], false, false, null);
}
