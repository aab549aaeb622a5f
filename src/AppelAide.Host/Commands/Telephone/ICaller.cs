namespace AppelAide.Host.Commands.Telephone;

/// <summary>Whoever holds the telephone: a person who types, or the tokens of <c>--keys</c>.</summary>
internal interface ICaller
{
    /// <summary>Whether what is done is already on the screen, because a person typed it there.</summary>
    bool Echoes { get; }

    /// <summary>What is done when the line has spoken.</summary>
    /// <param name="answer">What was heard.</param>
    /// <param name="language">The language of the conversation.</param>
    /// <param name="ct">Hangs up.</param>
    Task<CallerAct> ActAsync(LineAnswer answer, string language, CancellationToken ct);
}
