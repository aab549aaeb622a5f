using System.Collections.Immutable;
using AppelAide.Dialogue.Definition;
using AppelAide.Dialogue.Engine;
using AppelAide.Dialogue.Events;
using AppelAide.Dialogue.Inputs;

namespace AppelAide.Dialogue.Tests.Engine;

/// <summary>
/// A conversation on the <see cref="SmallLine"/>. Between two turns its session is always written and read again, and each turn is also taken
/// from the session that was not: both must say the same.
/// </summary>
internal sealed class TestLine
{
    private static readonly DateTime Now = new(2026, 11, 24, 10, 0, 0);
    private readonly Dictionary<string, Func<Question, Dictionary<string, string>>> world = new(StringComparer.Ordinal);
    private Dictionary<string, string> ambient = new(EngineContext.AmbientExamples);
    private Session? asLeft;

    /// <summary>A line with a test's own dialogue "essai"; the checker must find nothing in it.</summary>
    internal TestLine(string trial)
        : this(SmallLine.Files(trial))
    {
        Assert.Empty(SmallLine.Defects(SmallLine.Files(trial)));
    }

    /// <summary>A line of these files, which may have defects.</summary>
    internal TestLine(Dictionary<string, string> files)
    {
        Script = DialogueParser.Parse(files).Script!;
        Answers("line.hours", ("open", ""), ("transfer", ""));
        Answers("things.next", ("found", "yes"), ("title.fr", "La tablette"), ("title.en", "The tablet"), ("max", "10"));
        Answers("places.find", ("count", "0"));
        Answers("thing.keep", ("code", "472"));
    }

    internal Script Script { get; set; }

    internal Turn Turn { get; private set; } = null!;

    /// <summary>As stored after the last turn.</summary>
    internal Session Session { get; private set; } = null!;

    /// <summary>All that was asked of the world in the last turn.</summary>
    internal List<Question> Asked { get; } = [];

    internal string Said => string.Join(' ', Turn.Said.Select(utterance => utterance.Text));

    internal string Node => Turn.Node;

    internal Understood? Understood => Turn.Events.OfType<Understood>().SingleOrDefault();

    internal IEnumerable<DefectMet> Defects => Turn.Events.OfType<DefectMet>();

    internal string this[string variable] => Session.Variables.GetValueOrDefault(variable, "");

    /// <summary>What the world answers to a look-up or command from now on.</summary>
    internal TestLine Answers(string name, params (string Field, string Value)[] fields) =>
        Answers(name, _ => fields.ToDictionary(field => field.Field, field => field.Value));

    internal TestLine Answers(string name, Func<Question, Dictionary<string, string>> answer)
    {
        world[name] = answer;
        return this;
    }

    /// <summary>The world cannot answer.</summary>
    internal TestLine Fails(string name)
    {
        world.Remove(name);
        return this;
    }

    internal TestLine WithoutTransfer()
    {
        ambient = new Dictionary<string, string>(ambient) { ["line.transfer"] = "" };
        return this;
    }

    internal TestLine Call(string language = "fr", Session? earlier = null, bool slow = false, ImmutableDictionary<string, string>? known = null) =>
        Take(_ => DialogueEngine.StartCall(Script, language, slow, known ?? ImmutableDictionary<string, string>.Empty, earlier, Context()));

    /// <summary>The line calls somebody with a message.</summary>
    internal TestLine CallsWith(string words, string language = "fr", bool machine = false) => Take(_ => DialogueEngine.StartMessage(
        Script,
        language,
        slow: false,
        ImmutableDictionary<string, string>.Empty.Add(MessageVariables.Text, words).Add(MessageVariables.Machine, machine ? "yes" : ""),
        Context()));

    /// <summary>A call that is already in the trial's dialogue.</summary>
    internal TestLine CallTrial(string language = "fr") => Call(language).Press("1");

    internal TestLine Text(string words, string language = "fr") => asLeft is null
        ? Take(_ => DialogueEngine.StartText(Script, language, ImmutableDictionary<string, string>.Empty, new TextInput(words), Context()))
        : Hears(new TextInput(words));

    internal TestLine Press(string keys) => Hears(new DigitsInput(keys));

    internal TestLine Speak(string words, double confidence = 0.9) => Hears(new SpeechInput(words, confidence));

    internal TestLine StaySilent() => Hears(new SilenceInput());

    internal TestLine Record(int seconds, string keys = "#", string? sid = "RE1") => Hears(new RecordingInput(sid, seconds, keys));

    internal TestLine DialEnds(bool answered) => Hears(new DialEndedInput(answered, answered ? 60 : 0));

    internal TestLine Hears(CallerInput input) => Take(session => DialogueEngine.Resume(Script, session!, input, Context()));

    /// <summary>The conversation stands as a test says.</summary>
    internal TestLine Stands(Func<Session, Session> change)
    {
        asLeft = change(asLeft!);
        Session = Stored(asLeft);
        return this;
    }

    /// <summary>What the host's renderer keeps of a message that was too long.</summary>
    internal TestLine Keeps(string rest) => Stands(session => session with { Rest = rest });

    internal TestLine Hear(string said)
    {
        Assert.Equal(said, Said);
        return this;
    }

    internal TestLine At(string node)
    {
        Assert.Equal(node, Node);
        return this;
    }

    private static Session Stored(Session session) => SessionJson.Read(SessionJson.Write(session));

    private EngineContext Context() => new(
        Now, ambient.ToImmutableDictionary(), ImmutableDictionary<string, ImmutableArray<string>>.Empty.Add("places", ["Gaspé", "Percé"]));

    private TestLine Take(Func<Session?, DialogueRun> begin)
    {
        var unstored = Finish(begin(asLeft));
        var stored = Finish(begin(asLeft is null ? null : Stored(asLeft)));
        Assert.Equal(TurnJson.Write(unstored.Turn!), TurnJson.Write(stored.Turn!));
        Assert.Equal(unstored.Turn!.Events.AsEnumerable(), stored.Turn!.Events);
        Sessions.AreSame(unstored.Session!, stored.Session!);
        (Turn, asLeft) = (stored.Turn!, stored.Session!);
        Session = Stored(asLeft);
        Sessions.AreSame(asLeft, Session);
        return this;
    }

    private DialogueRun Finish(DialogueRun run)
    {
        Asked.Clear();
        while (run.Question is { } question)
        {
            Assert.Null(run.Turn);
            Asked.Add(question);
            if (world.TryGetValue(question.Name, out var answer)) run.Answer(answer(question));
            else run.Fail($"{question.Name} failed");
        }

        return run;
    }
}
