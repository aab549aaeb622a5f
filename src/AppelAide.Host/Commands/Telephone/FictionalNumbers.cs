namespace AppelAide.Host.Commands.Telephone;

/// <summary>Numbers that are nobody's: 555-0100 to 555-0199 of each area code are kept for fiction.</summary>
internal static class FictionalNumbers
{
    /// <summary>The caller of this terminal, unless told otherwise.</summary>
    public const string Caller = "+14185550142";

    /// <summary>The line itself, before a number is bought.</summary>
    public const string Line = "+15815550100";

    private const int Each = 100;

    /// <summary>The area codes of Québec, those of the east first.</summary>
    private static readonly int[] Areas = [418, 581, 367, 819, 873, 468, 450, 579, 354, 514, 438, 263];

    /// <summary>All of them, E.164, without the line's own.</summary>
    public static IEnumerable<string> All() =>
        Areas.SelectMany(area => Enumerable.Range(0, Each), (area, n) => $"+1{area}55501{n:00}").Where(number => number is not (Caller or Line));
}
