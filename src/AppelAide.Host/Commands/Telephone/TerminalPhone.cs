using AppelAide.Dialogue.Engine;

namespace AppelAide.Host.Commands.Telephone;

/// <summary>A telephone in the terminal: plays what the line says, hands over what the caller does, counts the seconds.</summary>
internal sealed class TerminalPhone(ILineConnection line, ICaller caller, IPhoneScreen screen)
{
    /// <summary>Holds one call, to its end or until the caller hangs up.</summary>
    /// <param name="from">The caller's number, E.164; empty to hide it.</param>
    /// <param name="language">The language to begin in; null for the one the line would choose.</param>
    /// <param name="ct">Hangs up.</param>
    /// <exception cref="NoLineException">The line cannot be reached, or refuses.</exception>
    public async Task CallAsync(string from, string? language, CancellationToken ct)
    {
        var spoken = language ?? "fr";
        var seconds = 0.0;
        var ended = false;
        try
        {
            screen.Dialling(from);
            var answer = await line.CallAsync(from, language, ct);
            string? heard = null;
            while (true)
            {
                seconds += answer.Seconds;
                spoken = answer.Language ?? spoken;
                await screen.ShowAsync(heard, answer, ct);
                if (answer.Then is EndExpectation)
                {
                    ended = true;
                    break;
                }

                screen.Ask(answer, spoken, seconds);
                var act = await caller.ActAsync(answer, spoken, ct);
                screen.Did(act, spoken, caller.Echoes);
                if (act.Input is null)
                    break;
                seconds += act.Seconds;
                heard = act.Typed;
                answer = await line.AnswerAsync(act.Input, ct);
            }
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // Ctrl+C is how one hangs up in a terminal.
        }

        screen.Ended(ended, spoken, seconds);
        await line.EndCallAsync((int)Math.Round(seconds), CancellationToken.None);
    }
}
