using AppelAide.Dialogue.Inputs;

namespace AppelAide.Host.Commands.Telephone;

/// <summary>A way to reach the line from this terminal: inside this process, or through a server's webhooks. One call or one exchange of texts at a time.</summary>
internal interface ILineConnection : IAsyncDisposable
{
    /// <summary>Numbers the line has never heard from, as far as this connection can tell; each one once.</summary>
    IAsyncEnumerable<string> NewNumbersAsync(CancellationToken ct);

    /// <summary>Calls.</summary>
    /// <param name="from">The caller's number, E.164; empty to hide it.</param>
    /// <param name="language">The language to begin in; null for the one the line would choose.</param>
    /// <param name="ct">Gives up.</param>
    /// <exception cref="NoLineException">The line cannot be reached, or refuses.</exception>
    Task<LineAnswer> CallAsync(string from, string? language, CancellationToken ct);

    /// <summary>Presses, speaks or stays silent.</summary>
    /// <exception cref="NoLineException">The line cannot be reached, or refuses.</exception>
    Task<LineAnswer> AnswerAsync(CallerInput input, CancellationToken ct);

    /// <summary>Hangs up, or tells that the line did. Nothing to do when no call is in progress.</summary>
    /// <param name="seconds">How long the call lasted.</param>
    /// <param name="ct">Gives up.</param>
    Task EndCallAsync(int seconds, CancellationToken ct);

    /// <summary>Sends a text message.</summary>
    /// <param name="from">The sender's number, E.164; empty to hide it.</param>
    /// <param name="body">The words.</param>
    /// <param name="language">The language of the sender's first text; null for the one the line would choose.</param>
    /// <param name="ct">Gives up.</param>
    /// <exception cref="NoLineException">The line cannot be reached, or refuses.</exception>
    Task<LineAnswer> TextAsync(string from, string body, string? language, CancellationToken ct);
}
