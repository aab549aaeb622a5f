namespace AppelAide.Host.Commands.Telephone;

/// <summary>Where a conversation is shown: to a person, or to a program.</summary>
internal interface IPhoneScreen
{
    /// <summary>A call begins.</summary>
    /// <param name="from">The caller's number; empty when hidden.</param>
    void Dialling(string from);

    /// <summary>What the line says.</summary>
    /// <param name="heard">What it answers; null for the greeting.</param>
    /// <param name="answer">What comes out of the telephone.</param>
    /// <param name="ct">Hangs up.</param>
    Task ShowAsync(string? heard, LineAnswer answer, CancellationToken ct);

    /// <summary>It is the caller's turn.</summary>
    /// <param name="answer">What the line waits for.</param>
    /// <param name="language">The language of the conversation.</param>
    /// <param name="seconds">How long the call has lasted.</param>
    void Ask(LineAnswer answer, string language, double seconds);

    /// <summary>What the caller did.</summary>
    /// <param name="act">What.</param>
    /// <param name="language">The language of the conversation.</param>
    /// <param name="echoed">Whether the terminal showed it as it was typed.</param>
    void Did(CallerAct act, string language, bool echoed);

    /// <summary>The call is over.</summary>
    /// <param name="byLine">Whether the line hung up.</param>
    /// <param name="language">The language of the conversation.</param>
    /// <param name="seconds">How long the call lasted.</param>
    void Ended(bool byLine, string language, double seconds);

    /// <summary>A text message goes to the line, and its answer comes back.</summary>
    /// <param name="from">The sender's number; empty when hidden.</param>
    /// <param name="body">The words.</param>
    /// <param name="answer">The answer.</param>
    void ShowText(string from, string body, LineAnswer answer);
}
