namespace AppelAide.Host.Commands.Telephone;

/// <summary>The telephone's own words, in the language of the conversation.</summary>
internal sealed record PhoneWords
{
    private static readonly PhoneWords French = new()
    {
        Menu = "Tapez une touche, ou des mots comme si vous parliez. Entrée seule : silence. « raccrocher » pour finir.",
        Keys = "Tapez des touches, ou des mots comme si vous parliez. Entrée seule : silence. « raccrocher » pour finir.",
        Record = "La ligne enregistre : tapez ce que vous diriez. Entrée seule : rien. « raccrocher » pour finir.",
        Dial = "La ligne vous met en communication avec le numéro qui finit par {0}. Est-ce qu'on répond ? (o/n)",
        Silence = "silence",
        Recorded = "{0} s enregistrées",
        Answered = "on répond, et vous parlez {0} s",
        Missed = "personne ne répond",
        LineHungUp = "La ligne a raccroché",
        CallerHungUp = "Vous avez raccroché",
        Text = "texto",
        Segments = "segments",
        NoReply = "pas de réponse",
    };

    private static readonly PhoneWords English = new()
    {
        Menu = "Type a key, or words as if you were speaking. Enter alone: silence. \"hang up\" to finish.",
        Keys = "Type keys, or words as if you were speaking. Enter alone: silence. \"hang up\" to finish.",
        Record = "The line is recording: type what you would say. Enter alone: nothing. \"hang up\" to finish.",
        Dial = "The line would connect you to the number that ends in {0}. Does somebody answer? (y/n)",
        Silence = "silence",
        Recorded = "{0} s recorded",
        Answered = "somebody answers, and you talk for {0} s",
        Missed = "nobody answers",
        LineHungUp = "The line hung up",
        CallerHungUp = "You hung up",
        Text = "text",
        Segments = "segments",
        NoReply = "no reply",
    };

    public required string Menu { get; init; }

    public required string Keys { get; init; }

    public required string Record { get; init; }

    public required string Dial { get; init; }

    public required string Silence { get; init; }

    public required string Recorded { get; init; }

    public required string Answered { get; init; }

    public required string Missed { get; init; }

    public required string LineHungUp { get; init; }

    public required string CallerHungUp { get; init; }

    public required string Text { get; init; }

    public required string Segments { get; init; }

    public required string NoReply { get; init; }

    /// <summary>Those of a language.</summary>
    public static PhoneWords In(string? language) => language == "en" ? English : French;
}
