namespace AppelAide.Host.Commands.Telephone;

/// <summary>The telephone's own words, in the language of the conversation.</summary>
internal sealed record PhoneWords
{
    private static readonly PhoneWords French = new()
    {
        Answer = "Une touche, des mots, Entrée seule pour un silence, ou «\u00A0raccrocher\u00A0».",
        Record = "On vous enregistre\u00A0: tapez ce que vous diriez. Entrée seule pour ne rien dire.",
        Dial = "La ligne appelle un numéro qui finit par {0}. Est-ce qu'on répond\u00A0? (o/n)",
        Silence = "silence",
        Recorded = "{0} s enregistrées",
        Answered = "on répond, et vous parlez {0} s",
        Missed = "personne ne répond",
        LineHungUp = "La ligne a raccroché",
        CallerHungUp = "Vous avez raccroché",
        Text = "texto",
        NoReply = "pas de réponse",
    };

    private static readonly PhoneWords English = new()
    {
        Answer = "A key, words, Enter alone for silence, or \"hang up\".",
        Record = "You are being recorded: type what you would say. Enter alone to say nothing.",
        Dial = "The line calls a number that ends in {0}. Does somebody answer? (y/n)",
        Silence = "silence",
        Recorded = "{0} s recorded",
        Answered = "somebody answers, and you talk for {0} s",
        Missed = "nobody answers",
        LineHungUp = "The line hung up",
        CallerHungUp = "You hung up",
        Text = "text",
        NoReply = "no reply",
    };

    public required string Answer { get; init; }

    public required string Record { get; init; }

    public required string Dial { get; init; }

    public required string Silence { get; init; }

    public required string Recorded { get; init; }

    public required string Answered { get; init; }

    public required string Missed { get; init; }

    public required string LineHungUp { get; init; }

    public required string CallerHungUp { get; init; }

    public required string Text { get; init; }

    public required string NoReply { get; init; }

    /// <summary>Those of a language.</summary>
    public static PhoneWords In(string? language) => language == "en" ? English : French;
}
