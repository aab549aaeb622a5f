using AppelAide.Dialogue.Engine;
using AppelAide.Dialogue.Events;
using AppelAide.Dialogue.Inputs;
using AppelAide.Dialogue.Language;

namespace AppelAide.Dialogue.Waits;

/// <summary>
/// The citizen gives a person's name: says it, spells it or texts it. No keyword is heard here but danger, STOP and a person asked for: people are
/// called Langlais, Lafaim and Docteur.
/// </summary>
/// <param name="As">The prefix of the variables that take it: <c>.name</c>, <c>.key</c>, <c>.doubt</c>.</param>
/// <param name="Target">Where the name leads.</param>
public sealed record NameWait(string As, string Target) : Wait
{
    /// <summary>The keyword whose words are nobody's name ("test", "batman").</summary>
    public const string NotAName = "not-a-name";

    /// <summary>The doubt about words that are nobody's name.</summary>
    public const string Joke = "joke";

    /// <summary>The doubt about what cannot be said as a name.</summary>
    public const string Nothing = "nothing";

    /// <summary>Silence that ends a name, in seconds: letters are said with pauses between.</summary>
    private const double SpeechSeconds = 3;

    /// <summary>Where the key 1 leads (a recording instead); empty for nowhere.</summary>
    public string Record { get; init; } = "";

    /// <summary>Where the key 2 leads (no name at all); empty for nowhere.</summary>
    public string Skip { get; init; } = "";

    /// <inheritdoc/>
    public override IEnumerable<string> Writes => [$"{As}.name", $"{As}.key", $"{As}.doubt"];

    /// <inheritdoc/>
    public override IEnumerable<string> Targets => new[] { Target, Record, Skip, Exhausted }.Where(target => target.Length > 0);

    internal override bool TakesAnyWords => true;

    internal override bool TakesNames => true;

    internal override Expectation Present(DialogueRun run, bool patient) => new GatherExpectation(1, Seconds(run, patient), SpeechSeconds, []);

    internal override bool Accept(DialogueRun run, CallerInput input) => input switch
    {
        DigitsInput { Digits: var keys } => TakeKey(run, keys),
        SpeechInput speech when speech.Text.Trim().Length > 0 => TakeWords(run, speech.Text, speech.Confidence),
        TextInput text when text.Text.Trim().Length > 0 => TakeWords(run, text.Text, 1),
        _ => false,
    };

    private bool TakeWords(DialogueRun run, string text, double confidence)
    {
        var folded = run.Folded(text);
        if (TakeKey(run, folded switch { "un" or "une" or "one" => "1", "deux" or "two" => "2", _ => folded })) return true;
        var name = PersonName.Read(run.Bounded(text));
        var doubt = name == PersonName.None ? Nothing : run.IsNoName(name.Key) ? Joke : "";
        run.Understand(Intents.Answer, null, null, confidence);
        run.Leave();
        run.Set($"{As}.name", name.Name);
        run.Set($"{As}.key", name.Key);
        run.Set($"{As}.doubt", doubt);
        run.GoTo(Target);
        return true;
    }

    private bool TakeKey(DialogueRun run, string key)
    {
        var target = key switch { "1" => Record, "2" => Skip, _ => "" };
        if (target.Length == 0) return false;
        run.Understand(Intents.Answer, null, key, 1);
        run.Leave();
        run.GoTo(target);
        return true;
    }
}
