using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using AppelAide.Dialogue;
using AppelAide.Dialogue.Engine;
using AppelAide.Dialogue.Events;
using AppelAide.Dialogue.Inputs;
using AppelAide.Dialogue.Language;
using AppelAide.Host.Callers;
using AppelAide.Host.Conversations;
using AppelAide.Host.Directory;
using AppelAide.Host.Outbox;
using AppelAide.Host.Persistence;

namespace AppelAide.Host.Tests.Golden;

/// <summary>Plays the inputs of a golden file, and writes the file as it should be.</summary>
internal sealed partial class GoldenRun
{
    private static readonly TimeSpan BetweenInputs = TimeSpan.FromSeconds(20);

    private readonly StringBuilder written = new();
    private readonly HashSet<string> nodes = new(StringComparer.Ordinal);
    private readonly string file;
    private readonly GoldenLine line;
    private int sids;
    private string call = "";
    private TurnReply? last;
    private GoldenProvider.Taken? made;

    private GoldenRun(string file, GoldenLine line) => (this.file, this.line) = (file, line);

    /// <summary>Plays a file.</summary>
    /// <returns>The file with what the line really said, and the nodes that were entered.</returns>
    public static async Task<(string Written, IReadOnlySet<string> Nodes)> PlayAsync(string file, string text)
    {
        var scenes = GoldenScene.Read(text);
        if (scenes.Count == 0) throw new FormatException($"{file}: nobody does anything; write \"> (appel)\" or \"> \" and a text");
        await using var line = await GoldenLine.OpenAsync(scenes[0].Settings.Arguments);
        var run = new GoldenRun(file, line);
        foreach (var scene in scenes) await run.PlayAsync(scene);
        return (run.written.ToString(), run.nodes);
    }

    private async Task PlayAsync(GoldenScene scene)
    {
        if (written.Length > 0) written.Append('\n');
        foreach (var kept in scene.Before) written.Append(kept).Append('\n');
        if (scene.Before.Count > 0) written.Append('\n');
        line.Clock.Set(line.Get<LineClock>().ToInstant(scene.Settings.At));
        if (scene.Settings.Language.Length > 0)
            await line.Get<CallerStore>().FindOrCreateAsync(scene.Settings.From, scene.Settings.Language, line.Clock.GetUtcNow(), default);
        if (scene.Settings.Landline) await GoldenWork.NoteLandlineAsync(line, scene.Settings.From);
        last = null;
        foreach (var input in scene.Inputs)
        {
            if (GoldenTime.Read(input) is { } time)
            {
                await PassAsync(time, input, scene.Settings);
                continue;
            }

            written.Append("> ").Append(input).Append('\n');
            if (input == "(raccroche)")
            {
                await HangUpAsync();
                continue;
            }

            if (scene.Settings.Channel == Channel.Sms)
            {
                last = await line.Conversations.ReceiveTextAsync(Sid("SM"), scene.Settings.From, new TextInput(input), trial: false, default);
            }
            else if (last is null)
            {
                last = await BeginAsync(input, call = Sid("CA"), scene.Settings);
            }
            else
            {
                last = await line.Conversations.AdvanceCallAsync(last.ConversationNo, last.Turn.Number, call, Heard(input, last.Turn.Expectation), null, default)
                    ?? throw new InvalidOperationException($"{file}: the call is lost");
            }

            Write(last, scene.Settings.Channel);
            if (scene.Settings.Landline) await GoldenWork.NoteLandlineAsync(line, scene.Settings.From);
            if (last.Turn.Expectation is EndExpectation && made is not null) await HangUpAsync();
            line.Clock.Advance(BetweenInputs);
        }

        await WriteFactsAsync(scene.Settings);
        if (made is not null) await HangUpAsync();
    }

    /// <summary>Time passes: what went before is over, the line does its work, and the citizen is called or written to.</summary>
    private async Task PassAsync(GoldenTime time, string input, GoldenSettings settings)
    {
        if (last is not null) await WriteFactsAsync(settings);
        if (call.Length > 0) await HangUpAsync();
        (last, call) = (null, "");
        written.Append("> ").Append(input).Append('\n');
        foreach (var sent in await GoldenWork.PassAsync(line, time.At))
        {
            var to = sent.To == settings.From ? "" : $" au {Wording.Phone(sent.To, Channel.Sms)}";
            if (!sent.IsCall)
            {
                written.Append(CultureInfo.InvariantCulture, $"< (texto{to}) {sent.Words}\n");
                continue;
            }

            if (made is not null) await HangUpAsync();
            written.Append(CultureInfo.InvariantCulture, $"< (appel{to})\n");
            await AnswerAsync(sent, time.Answer);
        }

        // What follows is said to the citizen of the conversation, whoever else was called.
        if (made is not null && made.To != settings.From) await HangUpAsync();
        line.Clock.Advance(BetweenInputs);
    }

    /// <summary>The citizen, or their machine, answers a call that the line makes; or nobody does.</summary>
    private async Task AnswerAsync(GoldenProvider.Taken sent, GoldenTime.Answers answer)
    {
        if (answer == GoldenTime.Answers.Nobody)
        {
            written.Append("< (ne répond pas)\n");
            await GoldenWork.EndAsync(line, sent, "no-answer");
            return;
        }

        (call, made) = (sent.Sid, sent);
        last = await line.Conversations.StartMessageAsync(sent.Sid, sent.Message, answer == GoldenTime.Answers.Machine, null, default)
            ?? throw new InvalidOperationException($"{file}: the message is lost");
        Write(last, Channel.Voice);
        if (last.Turn.Expectation is EndExpectation) await HangUpAsync();
    }

    private async Task HangUpAsync()
    {
        await line.Conversations.CloseCallAsync(call, 60, default);
        if (made is not null) await GoldenWork.EndAsync(line, made, "completed");
        made = null;
    }

    private async Task WriteFactsAsync(GoldenSettings settings)
    {
        var facts = last is not null
            ? await StoredFacts.OfAsync(line.Get<Database>(), line.Get<DirectorySource>().Current.Places, last.ConversationNo)
            : await line.Get<CallerStore>().FindByPhoneAsync(settings.From, default) is { } caller ? await StoredFacts.OfMessagesAsync(line.Get<Database>(), caller.Id) : [];
        foreach (var fact in facts) written.Append("= ").Append(fact).Append('\n');
    }

    private async Task<TurnReply> BeginAsync(string input, string call, GoldenSettings settings)
    {
        if (settings.Message.Length == 0)
        {
            if (input != GoldenScene.Arrival) throw new FormatException($"{file}: a call begins with \"> (appel)\", not \"> {input}\"");
            return await line.Conversations.StartCallAsync(call, settings.From, null, trial: false, default);
        }

        if (input is not (GoldenScene.Arrival or GoldenScene.Machine)) throw new FormatException($"{file}: a call of the line begins with \"> (appel)\" or \"> (répondeur)\", not \"> {input}\"");
        var language = settings.Language.Length > 0 ? settings.Language : Languages.French;
        var now = line.Clock.GetUtcNow();
        var caller = await line.Get<CallerStore>().FindOrCreateAsync(settings.From, language, now, default);
        var message = new OutboxMessage
        {
            CallerId = caller.Id,
            Kind = "call",
            Purpose = settings.Purpose,
            Language = language,
            Body = "",
            Spoken = settings.Message,
            Segments = 0,
            DueAt = now,
        };
        var id = await line.Get<Database>().WriteAsync(scope => line.Get<OutboxStore>().Enqueue(scope, message, now), default);
        return await line.Conversations.StartMessageAsync(call, id, input == GoldenScene.Machine, null, default)
            ?? throw new InvalidOperationException($"{file}: the message is lost");
    }

    private void Write(TurnReply reply, Channel channel)
    {
        nodes.UnionWith(reply.Turn.Events.OfType<NodeEntered>().Select(entered => entered.Node));
        if (reply.Turn.Events.OfType<DefectMet>().FirstOrDefault() is { } defect)
            throw new InvalidOperationException($"{file}: {defect.Node}: {defect.Reason}\n{written}");
        var pace = reply.Turn.Slow ? ", lentement" : "";
        if (channel == Channel.Sms)
        {
            written.Append(CultureInfo.InvariantCulture, $"< ({reply.Turn.Said.FirstOrDefault()?.Language ?? reply.Turn.Language}) {reply.Text}\n");
            return;
        }

        foreach (var utterance in reply.Turn.Said) written.Append(CultureInfo.InvariantCulture, $"< ({utterance.Language}{pace}) {utterance.Text}\n");
        written.Append(reply.Turn.Expectation switch
        {
            RecordExpectation record => $"< (enregistre, {record.MaxSeconds} s au plus)\n",
            DialExpectation dial => $"< (compose le {Wording.Phone(dial.Number, Channel.Sms)})\n",
            EndExpectation => "< (raccroche)\n",
            _ => "",
        });
    }

    private CallerInput Heard(string input, Expectation expected)
    {
        CallerInput heard = input switch
        {
            "(silence)" => new SilenceInput(),
            "(répond)" => new DialEndedInput(Answered: true, 120),
            "(ne répond pas)" => new DialEndedInput(Answered: false, 0),
            ['"', .. var words, '"'] => new SpeechInput(words, 0.9),
            _ when Recording().Match(input) is { Success: true } match =>
                new RecordingInput(Sid("RE"), int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture), match.Groups[2].Success ? match.Groups[2].Value : "#"),
            _ when input.All(key => char.IsAsciiDigit(key) || key is '*' or '#') => new DigitsInput(input),
            _ => throw new FormatException($"{file}: \"> {input}\" is no key, no \"words\", and none of (silence), (répond), (ne répond pas), (message 24 s), (raccroche)"),
        };
        var possible = (heard, expected) switch
        {
            (DigitsInput keys, GatherExpectation gather) => gather.MaxDigits is not { } most || keys.Digits.Length <= most,
            (SpeechInput, GatherExpectation) or (SilenceInput, GatherExpectation or RecordExpectation) => true,
            (RecordingInput, RecordExpectation) or (DialEndedInput, DialExpectation) => true,
            _ => false,
        };
        return possible ? heard : throw new FormatException($"{file}: \"> {input}\" cannot happen while the line does this: {expected}\n{written}");
    }

    private string Sid(string prefix) => FormattableString.Invariant($"{prefix}{++sids:x32}");

    [GeneratedRegex(@"^\(message (\d+) s(?:, (.))?\)$")]
    private static partial Regex Recording();
}
