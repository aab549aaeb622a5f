using System.Collections.Immutable;
using AppelAide.Dialogue.Engine;

namespace AppelAide.Dialogue.Actions;

/// <summary>Asks the world: a look-up (<c>lookup</c>), or a command (<c>do</c>). The answer's fields become variables.</summary>
/// <param name="Kind">Look-up or command.</param>
/// <param name="Name">For example <c>trainings.next</c>.</param>
/// <param name="Arguments">Each a literal or <c>{variable}</c>.</param>
/// <param name="As">The prefix of the variables that hold the answer.</param>
public sealed record Ask(QuestionKind Kind, string Name, ImmutableArray<KeyValuePair<string, string>> Arguments, string As) : Step
{
    /// <inheritdoc/>
    public override IEnumerable<string> Reads =>
        base.Reads.Concat(Arguments.Select(a => a.Value).Where(v => v is ['{', .., '}']).Select(v => v[1..^1]));

    internal override void Execute(DialogueRun run)
    {
        var arguments = ImmutableDictionary.CreateBuilder<string, string>();
        foreach (var (name, value) in Arguments)
            arguments[name] = value is ['{', .. var variable, '}'] ? run.Value(variable) : value;
        run.AskWorld(new Question(Kind, Name, arguments.ToImmutable()), As);
    }
}
