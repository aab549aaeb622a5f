namespace AppelAide.Host.Calls.Figures;

/// <summary>A day in five figures: calls, texts, people, how many were helped, how many gave up.</summary>
internal sealed record DayFigures
{
    /// <summary>The local day.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>Calls that came in.</summary>
    public long Calls { get; init; }

    /// <summary>Exchanges of texts that citizens began.</summary>
    public long Texts { get; init; }

    /// <summary>How many people: who called twice is one.</summary>
    public long People { get; init; }

    /// <summary>Calls and exchanges in which something useful was obtained: an answer, a registration, a person.</summary>
    public long Answered { get; init; }

    /// <summary>Calls and exchanges that ended before anything was.</summary>
    public long Abandoned { get; init; }

    /// <summary>Of a hundred calls and exchanges, how many obtained something; null when there were none.</summary>
    public int? AnsweredPercent => Calls + Texts is > 0 and var all ? (int)Math.Round(100.0 * Answered / all, MidpointRounding.AwayFromZero) : null;
}
