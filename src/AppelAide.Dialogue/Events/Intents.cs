namespace AppelAide.Dialogue.Events;

/// <summary>The names of what a citizen can want; fixed by the command line's JSON.</summary>
public static class Intents
{
    /// <summary>A training session, a class, a workshop.</summary>
    public const string Training = "training";

    /// <summary>Help for a need.</summary>
    public const string Referral = "referral";

    /// <summary>To give an opinion.</summary>
    public const string Consultation = "consultation";

    /// <summary>To talk to a person.</summary>
    public const string Person = "person";

    /// <summary>Opening hours of the line.</summary>
    public const string Hours = "hours";

    /// <summary>Another language.</summary>
    public const string Language = "language";

    /// <summary>No more messages (the STOP family).</summary>
    public const string Stop = "stop";

    /// <summary>Messages again (START, DEBUT).</summary>
    public const string Start = "start";

    /// <summary>HELP, AIDE, INFO: what this number is.</summary>
    public const string Help = "help";

    /// <summary>Danger.</summary>
    public const string Emergency = "emergency";

    /// <summary>To be told of news.</summary>
    public const string Subscribe = "subscribe";

    /// <summary>A fact sheet.</summary>
    public const string Sheet = "sheet";

    /// <summary>A place named alone.</summary>
    public const string Place = "place";

    /// <summary>PLUS, MORE: the rest, or the next.</summary>
    public const string More = "more";

    /// <summary>An answer to the question just asked.</summary>
    public const string Answer = "answer";

    /// <summary>Nothing that the line knows.</summary>
    public const string Unknown = "unknown";

    /// <summary>All of them.</summary>
    public static IReadOnlySet<string> All { get; } = new HashSet<string>
    {
        Training, Referral, Consultation, Person, Hours, Language, Stop, Start, Help, Emergency, Subscribe, Sheet, Place, More, Answer, Unknown,
    };
}
