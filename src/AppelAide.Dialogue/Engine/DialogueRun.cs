using System.Collections.Immutable;
using System.Globalization;
using AppelAide.Dialogue.Definition;
using AppelAide.Dialogue.Events;
using AppelAide.Dialogue.Waits;

namespace AppelAide.Dialogue.Engine;

/// <summary>One turn being made: an interpreter that stops when it needs the world, and when it waits for the citizen.</summary>
public sealed partial class DialogueRun
{
    private readonly Script script;
    private readonly Session before;
    private readonly EngineContext context;
    private readonly PromptRenderer said;
    private readonly Func<string, string> value;
    private readonly ImmutableArray<DialogueEvent>.Builder events = ImmutableArray.CreateBuilder<DialogueEvent>();
    private readonly List<Position> stack;
    private readonly List<Checkpoint> history;
    private Checkpoint? resumable;
    private Variables variables;
    private Definition.Dialogue dialogue = null!;
    private Node node = null!;
    private int step;
    private int steps;
    private int misses;
    private int repeats;
    private string answerPrefix = "";
    private bool failed;
    private Understood? understood;

    internal DialogueRun(Script script, Session session, EngineContext context)
    {
        this.script = script;
        this.context = context;
        before = session;
        value = Value;
        said = new PromptRenderer(session.Channel, DateOnly.FromDateTime(context.Now));
        stack = [.. session.Stack];
        history = [.. session.History];
        resumable = session.Resumable;
        variables = session.Variables;
        misses = session.Misses;
        repeats = session.Repeats;
        Language = session.Language;
        Slow = session.Slow;
    }

    /// <summary>What the engine asks; null when it asks nothing.</summary>
    public Question? Question { get; private set; }

    /// <summary>What the line says and does, once no question is left.</summary>
    public Turn? Turn { get; private set; }

    /// <summary>The conversation after the turn, once no question is left.</summary>
    public Session? Session { get; private set; }

    internal string Language { get; set; }

    internal bool Slow { get; set; }

    /// <summary>A message is being written: there is nobody to ask, to apologize to, or to lead to a person.</summary>
    internal bool IsWriting { get; init; }

    private bool IsVoice => before.Channel == Channel.Voice;

    /// <summary>Answers <see cref="Question"/> and goes on.</summary>
    /// <param name="fields">The answer's fields.</param>
    public void Answer(IReadOnlyDictionary<string, string> fields)
    {
        variables = variables.WithBelow(answerPrefix, fields);
        Question = null;
        Continue();
    }

    /// <summary>The world could not answer <see cref="Question"/>: the citizen hears the apology and is led to a person.</summary>
    /// <param name="reason">One sentence for the log, without anything personal.</param>
    public void Fail(string reason)
    {
        Divert(reason);
        Continue();
    }

    /// <summary>A number as scripts write it.</summary>
    internal static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    internal void Begin(string target)
    {
        Take(() => Lead(target));
        Continue();
    }

    internal string Value(string name) => ValueIn(variables, name, Language);

    /// <summary>A value in every language that it exists in.</summary>
    internal IEnumerable<string> ValuesOf(string name) =>
        Languages.All.Select(language => ValueIn(variables, name, language)).Where(value => value.Length > 0).Distinct();

    internal int Integer(string name) => int.TryParse(Value(name), NumberStyles.Integer, CultureInfo.InvariantCulture, out var n) ? n : 0;

    internal bool Holds(Condition? condition) => condition is null || condition.Holds(value);

    internal void Set(string name, string value) => variables = variables.With(name, value);

    /// <summary>Empties a value, in each of its languages, with all that hangs below it.</summary>
    internal void Clear(string name) => variables = variables.WithBelow(name, []).With(name, "");

    /// <summary>Copies a value, in each of its languages, with all that hangs below it (<c>found.1</c> copies <c>found.1.id</c> too).</summary>
    internal void Copy(string from, string to) => variables = variables.WithCopy(from, to);

    internal void Record(DialogueEvent happened) => events.Add(happened);

    internal void Say(string promptId, string key = "")
    {
        said.Add(Words(promptId, before.Channel), Language, key.Length == 0 ? value : name => name == "key" ? key : Value(name));
    }

    internal void SendText(string promptId)
    {
        Record(new TextRequested(Language, OutgoingWords.Compose(script, Language, Filled(Channel.Sms), context), Filled(Channel.Voice)));

        string Filled(Channel channel)
        {
            var message = new PromptRenderer(channel, DateOnly.FromDateTime(context.Now));
            message.Add(Words(promptId, channel), Language, value);
            return string.Join(' ', message.Finish().Select(utterance => utterance.Text));
        }
    }

    internal void AskWorld(Question question, string prefix)
    {
        if (IsWriting && question.Kind == QuestionKind.Command) throw new ScriptDefectException("a message does nothing");
        Question = question;
        answerPrefix = prefix;
    }

    internal void End() => Finish(new EndExpectation(), ended: true);

    internal void WaitHere(Wait wait)
    {
        if (IsWriting) throw new ScriptDefectException("a message waits for nobody");
        // Nobody answers where there is no number: not every organization has a telephone.
        if (wait is TransferWait transfer && Value(transfer.Number).Length == 0) GoTo(transfer.Missed);
        else Finish(wait.Present(this, patient: false), ended: false);
    }

    private PromptText Words(string promptId, Channel channel) =>
        script.Prompts.TryGetValue(promptId, out var prompt) && prompt.For(Language, channel) is { } text
            ? text
            : throw new ScriptDefectException($"prompt {promptId} is missing in {Language}");

    private void Continue()
    {
        while (Question is null && Turn is null) Take(TakeStep);
    }

    private void TakeStep()
    {
        if (++steps > EngineLimits.StepsPerTurn) throw new ScriptDefectException("the script went round without ever waiting");
        if (step >= node.Steps.Length)
        {
            Return();
            return;
        }

        var next = node.Steps[step++];
        if (Holds(next.When)) next.Execute(this);
    }

    /// <summary>Does something that a defect of the script may break off: nothing behind the defect is done.</summary>
    private void Take(Action something)
    {
        try
        {
            something();
        }
        catch (ScriptDefectException defect)
        {
            Divert(defect.Message);
        }
    }

    /// <summary>An apology instead of what was to be said, and a person.</summary>
    private void Divert(string reason)
    {
        Record(new DefectMet(dialogue is null ? before.At.NodeId : $"{dialogue.Name}.{node.Name}", reason));
        Question = null;
        (steps, misses, repeats) = (0, 0, 0);
        stack.Clear();
        if (IsWriting)
        {
            // Half a message is none.
            events.RemoveAll(happened => happened is TextRequested);
            End();
            return;
        }

        if (failed || script.Find(script.Line.Exhausted, "") is not { } person)
        {
            // Even the way to a person failed: the telephone itself is left, or a message.
            Finish(
                !IsVoice ? new EndExpectation()
                : Value("line.transfer") is { Length: > 0 } number ? new DialExpectation(number, 25)
                : new RecordExpectation(120, "voicemail"),
                ended: true);
            return;
        }

        failed = true;
        said.Clear();
        if (script.Prompts.TryGetValue(LinePrompts.Defect, out var prompt) && prompt.For(Language, before.Channel) is { } text)
            said.Add(text, Language, value);
        Enter(person.Dialogue, person.Node);
    }

    private void Finish(Expectation expectation, bool ended)
    {
        if (Turn is not null) return;
        if (!IsVoice && said.IsEmpty && !IsWriting)
        {
            // A text is always answered, even "#" where there is nothing to go back to.
            Say(LinePrompts.NotUnderstood);
            Say(LinePrompts.OrPerson);
        }

        if (understood is not null) events.Insert(0, understood);
        if (Value("place.id") is { Length: > 0 } place && place != before.Variables.GetValueOrDefault("place.id", ""))
            Record(new PlaceSettled(place, Value("place.label")));
        var at = dialogue is null ? before.At : new Position(dialogue.Name, node.Name, Math.Max(0, step - 1));
        var number = before.TurnNumber + 1;
        Turn = new Turn(number, said.Finish(), expectation, Language, Slow, at.NodeId, events.ToImmutable());
        Session = before with
        {
            ScriptVersion = script.Version,
            Language = Language,
            Slow = Slow,
            TurnNumber = number,
            At = at,
            Stack = [.. stack],
            Variables = variables,
            Misses = misses,
            Repeats = repeats,
            History = [.. history],
            Resumable = resumable,
            Rest = "",
            Ended = ended,
        };
    }

    private string ValueIn(Variables values, string name, string language)
    {
        if (values.TryGetValue(name, out var value) || context.Ambient.TryGetValue(name, out value)) return value;
        var spoken = $"{name}.{language}";
        if (values.TryGetValue(spoken, out value) || context.Ambient.TryGetValue(spoken, out value)) return value;
        return name switch
        {
            "channel" => IsVoice ? "voice" : "sms",
            "language" => language,
            _ => "",
        };
    }
}
