namespace AppelAide.Host.Calls.Figures;

/// <summary>Among whom people are told apart: somebody who calls twice in a week is one of the week's people.</summary>
internal static class FigureParts
{
    /// <summary>All of a day.</summary>
    public const string Day = "day";

    /// <summary>All of a week.</summary>
    public const string Week = "week";

    /// <summary>Those of a week who spoke a language.</summary>
    public const string Language = "language";

    /// <summary>Those of a week from a place.</summary>
    public const string Place = "place";
}
