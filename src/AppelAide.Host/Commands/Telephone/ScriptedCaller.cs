using AppelAide.Dialogue.Engine;

namespace AppelAide.Host.Commands.Telephone;

/// <summary>The tokens of <c>--keys</c>, then hangs up. A transfer is missed unless the next token says <c>answered</c>.</summary>
internal sealed class ScriptedCaller(IEnumerable<string> tokens) : ICaller
{
    private readonly Queue<string> left = new(tokens);

    /// <inheritdoc />
    public bool Echoes => false;

    /// <inheritdoc />
    public Task<CallerAct> ActAsync(LineAnswer answer, string language, CancellationToken ct)
    {
        if (answer.Then is DialExpectation dial)
        {
            var told = left.TryPeek(out var next) && next is "answered" or "missed";
            if (told)
                left.Dequeue();
            var answered = told && next == "answered";
            return Task.FromResult(TypedAct.Dial(answered, answered ? "answered" : "missed", dial));
        }

        return Task.FromResult(left.TryDequeue(out var token) ? TypedAct.Read(token, answer.Then, language) : CallerAct.HangUp);
    }
}
