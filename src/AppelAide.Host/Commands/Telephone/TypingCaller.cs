namespace AppelAide.Host.Commands.Telephone;

/// <summary>A person at the keyboard. The end of the input hangs up.</summary>
/// <param name="input">What they type, a line a turn.</param>
/// <param name="echoes">Whether the terminal shows it.</param>
internal sealed class TypingCaller(TextReader input, bool echoes) : ICaller
{
    /// <inheritdoc />
    public bool Echoes => echoes;

    /// <inheritdoc />
    public async Task<CallerAct> ActAsync(LineAnswer answer, string language, CancellationToken ct)
    {
        // A terminal's read cannot be cancelled; it is left behind when the person presses Ctrl+C.
        var reading = Task.Run(input.ReadLine, CancellationToken.None);
        await Task.WhenAny(reading, Task.Delay(Timeout.Infinite, ct));
        return reading.IsCompleted && await reading is { } line ? TypedAct.Read(line, answer.Then, language) : CallerAct.HangUp;
    }
}
