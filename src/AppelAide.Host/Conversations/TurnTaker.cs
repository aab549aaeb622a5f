using System.Collections.Immutable;
using System.Text;
using AppelAide.Dialogue;
using AppelAide.Dialogue.Engine;
using AppelAide.Dialogue.Events;
using AppelAide.Dialogue.Inputs;
using AppelAide.Host.Callers;
using AppelAide.Host.Calls;
using AppelAide.Host.Directory;
using AppelAide.Host.Outbox;
using AppelAide.Host.Persistence;
using AppelAide.Host.Sms;

namespace AppelAide.Host.Conversations;

/// <summary>
/// Takes one turn: steps the engine, asks the features what it asks, and writes all that came of it in one transaction. The engine is pure,
/// so that a transaction that must be run again steps it again.
/// </summary>
internal sealed class TurnTaker(
    Database database,
    ConversationStore conversations,
    CallerStore callers,
    OutboxStore outbox,
    RecordingStore recordings,
    QuestionCatalog questions,
    ConversationCache cache,
    DirectorySource directory,
    LineClock clock,
    ILogger<TurnTaker> logger)
{
    /// <summary>Details that could not be sent in this time are not wanted any more.</summary>
    private static readonly TimeSpan AnswerLasts = TimeSpan.FromDays(1);

    /// <summary>The engine's view of a moment.</summary>
    public EngineContext Context(DateTimeOffset now) => clock.Context(now, PlaceHints.Of(directory.Current));

    /// <summary>Takes a turn.</summary>
    /// <param name="live">The conversation; afterwards it stands at the new turn.</param>
    /// <param name="begin">Begins the run; called again when the transaction is.</param>
    /// <param name="input">What was heard; null when a call arrives.</param>
    /// <param name="token">The provider's name for the delivery.</param>
    /// <param name="now">When the input arrived.</param>
    /// <param name="first">Written before all else, in the same transaction.</param>
    /// <param name="ct">Gives up before anything is written.</param>
    public async Task<TurnReply> TakeAsync(
        LiveConversation live, Func<DialogueRun> begin, CallerInput? input, string? token, DateTimeOffset now, Action<WriteScope> first, CancellationToken ct)
    {
        var caller = new CallerContext(
            live.Caller.Id, live.No, live.Session?.Language ?? live.BeganIn, live.Channel, live.Session?.Variables.GetValueOrDefault("place.id") ?? live.Caller.PlaceId ?? "", now)
        {
            Delivery = live.Channel == Channel.Sms ? token ?? live.ProviderSid : live.ProviderSid,
            Heard = Heard.Of(input).Text,
        };
        var failing = ImmutableHashSet<string>.Empty;
        while (true)
        {
            var answers = new List<ImmutableDictionary<string, string>>();
            var run = begin();
            AnswerLookups(run, caller, answers);
            // What needs no transaction is done before others wait for this one.
            var ready = run.Turn is null ? null : Compose(live, run, input, token, now);
            try
            {
                var taken = await database.WriteAsync(
                    scope =>
                    {
                        first(scope);
                        var taken = ready ?? Compose(live, Again(begin, answers, caller, scope, failing), input, token, now);
                        Write(scope, live, taken, input, now);
                        return taken;
                    },
                    ct);
                Adopt(live, taken, now);
                return taken.Reply;
            }
            catch (CommandFailedException failure)
            {
                // Nothing of the turn was written. Once more, and the dialogue apologises where the command stood.
                logger.LogError(failure.InnerException, "Command {Command} failed in conversation {No}", failure.Command, live.No);
                failing = failing.Add(failure.Command);
            }
        }
    }

    private void AnswerLookups(DialogueRun run, CallerContext caller, List<ImmutableDictionary<string, string>> answers)
    {
        while (run.Question is { Kind: QuestionKind.Lookup } question)
        {
            if (Lookup(question, caller) is not { } answer)
            {
                run.Fail($"look-up {question.Name} failed");
                return;
            }

            answers.Add(answer);
            run.Answer(answer);
        }
    }

    /// <summary>The run once more, with the answers it was given, and now with its commands carried out in the transaction.</summary>
    private DialogueRun Again(
        Func<DialogueRun> begin, List<ImmutableDictionary<string, string>> answers, CallerContext caller, WriteScope scope, ImmutableHashSet<string> failing)
    {
        var run = begin();
        var given = 0;
        while (run.Question is { } question)
        {
            if (question.Kind == QuestionKind.Lookup)
            {
                var answer = given < answers.Count ? answers[given++] : Lookup(question, caller);
                if (answer is null) run.Fail($"look-up {question.Name} failed");
                else run.Answer(answer);
            }
            else if (failing.Contains(question.Name) || questions.Command(question.Name) is not { } command)
            {
                run.Fail($"command {question.Name} failed");
            }
            else
            {
                run.Answer(Execute(command, question, caller, scope));
            }
        }

        return run;
    }

    private ImmutableDictionary<string, string>? Lookup(Question question, CallerContext caller)
    {
        try
        {
            return questions.Lookup(question.Name)?.Answer(question, caller);
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            logger.LogError(error, "Look-up {Lookup} failed in conversation {No}", question.Name, caller.ConversationNo);
            return null;
        }
    }

    private static ImmutableDictionary<string, string> Execute(ICommand command, Question question, CallerContext caller, WriteScope scope)
    {
        try
        {
            return command.Execute(question, caller, scope);
        }
        catch (Exception error) when (error is not StaleConversationException and not OutOfMemoryException && !scope.Dialect.IsTransient(error))
        {
            throw new CommandFailedException(question.Name, error);
        }
    }

    /// <summary>What a finished run says and leaves behind, in the words of the log.</summary>
    private static TakenTurn Compose(LiveConversation live, DialogueRun run, CallerInput? input, string? token, DateTimeOffset now)
    {
        var turn = run.Turn!;
        var session = run.Session!;
        var sms = live.Channel == Channel.Sms ? SmsRenderer.Render(turn.Said, session.Language == "fr" ? "PLUS=la suite" : "MORE=the rest") : null;
        if (sms is not null) session = session with { Rest = sms.Rest };
        var said = sms?.Text ?? (turn.Said is [var only] ? only.Text : string.Join(' ', turn.Said.Select(utterance => utterance.Text)));
        var reply = new TurnReply(live.No, turn, said, sms?.Segments ?? 0);
        return new TakenTurn(session, reply, Record(live, session, turn, reply, input, token, now), session.Ended ? "" : SessionJson.Write(session));
    }

    private void Write(WriteScope scope, LiveConversation live, TakenTurn taken, CallerInput? input, DateTimeOffset now)
    {
        var turn = taken.Reply.Turn;
        var expected = turn.Number - 1;
        var stands = taken.Session.Ended
            ? conversations.EndSession(scope, live.No, expected)
            : conversations.SaveSession(scope, live.No, expected, turn.Number, taken.State, now);
        if (!stands) throw new StaleConversationException();
        conversations.AppendTurn(scope, taken.Record);
        conversations.NoteTopics(scope, taken.Record, live.Topics);
        if (taken.Session.Language != (live.Session?.Language ?? live.BeganIn)) conversations.NoteLanguage(scope, live.No, taken.Session.Language);
        foreach (var happened in turn.Events)
        {
            switch (happened)
            {
                case OutcomeReached outcome when outcome.Outcome != live.Outcome:
                    conversations.NoteOutcome(scope, live.No, outcome.Outcome);
                    break;
                case PlaceSettled place:
                    conversations.NotePlace(scope, live.No, place.PlaceId);
                    break;
                case TextRequested text:
                    outbox.Enqueue(
                        scope,
                        new OutboxMessage
                        {
                            ConversationNo = live.No,
                            CallerId = live.Caller.Id,
                            Purpose = OutboxPurpose.Answer,
                            Language = text.Language,
                            Body = text.Text,
                            Spoken = text.Spoken,
                            Segments = OutgoingWords.Segments(text.Text),
                            DueAt = now,
                            ExpiresAt = now + AnswerLasts,
                        },
                        now);
                    break;
            }
        }

        // A recording is noted where it was made, so that none is forgotten at the provider.
        if (input is RecordingInput { RecordingSid: { Length: > 0 } sid } made && live.Last?.Turn.Expectation is RecordExpectation asked)
            recordings.Add(scope, sid, live.No, live.Caller.Id, asked.Purpose, made.Seconds, now);
        if (Remembered(live, taken.Session, now) is { } changed) callers.Save(scope, changed);
    }

    private void Adopt(LiveConversation live, TakenTurn taken, DateTimeOffset now)
    {
        foreach (var happened in taken.Reply.Turn.Events)
        {
            if (happened is DefectMet defect) logger.LogError("Conversation {No} met a defect at {Node}: {Reason}", live.No, defect.Node, defect.Reason);
            if (happened is OutcomeReached reached) live.Outcome = reached.Outcome;
        }

        live.Topics = live.Topics.Union(taken.Record.Topics);
        live.Caller = Remembered(live, taken.Session, now) ?? live.Caller;
        live.Session = taken.Session.Ended ? null : taken.Session;
        live.Last = taken.Reply;
        live.LastAt = taken.Record.At;
        if (live.Channel == Channel.Voice) cache.Hold(live);
    }

    /// <summary>
    /// What the citizen asked the line to keep in mind, when it changed in this turn: language, speed, place. What the conversation merely began
    /// with is not written back: another one may have changed it since, and a text knows nothing of speed.
    /// </summary>
    private static Caller? Remembered(LiveConversation live, Session session, DateTimeOffset now)
    {
        var caller = live.Caller;
        var (language, slow, place) = (session.Language, session.Slow, session.Variables.GetValueOrDefault("place.id"));
        if (language == (live.Session?.Language ?? live.BeganIn)) language = caller.Language;
        if (live.Session is { } before)
        {
            if (slow == before.Slow) slow = caller.Slow;
            if (place == before.Variables.GetValueOrDefault("place.id")) place = caller.PlaceId;
        }

        if (live.Channel == Channel.Sms) slow = caller.Slow;
        place ??= caller.PlaceId;
        return language == caller.Language && slow == caller.Slow && place == caller.PlaceId
            ? null
            : caller with { Language = language, Slow = slow, PlaceId = place, UpdatedAt = now };
    }

    private static TurnRecord Record(LiveConversation live, Session session, Turn turn, TurnReply reply, CallerInput? input, string? token, DateTimeOffset now)
    {
        var understood = turn.Events is [Understood first, ..] ? first : null;
        var (kind, heard) = Heard.Of(input);
        return new TurnRecord
        {
            ConversationNo = live.No,
            TurnNo = turn.Number,
            At = now,
            Token = token,
            HeardKind = kind,
            Heard = LoggedWords.Heard(heard, live.Session, session),
            Intent = understood?.Intent,
            Need = understood?.Need,
            Choice = understood?.Choice,
            Confidence = understood?.Confidence,
            Language = turn.Language,
            Said = LoggedWords.Of(reply.Text, session),
            Node = turn.Node,
            Events = Path(turn.Events),
            Reply = TurnJson.Write(turn),
            WaitedMs = turn.Number == 1 ? 0 : (int)Math.Clamp((now - live.LastAt).TotalMilliseconds, 0, int.MaxValue),
            Segments = reply.Segments,
        };
    }

    /// <summary>The way through the dialogue and what came of it, as one readable line.</summary>
    private static string Path(ImmutableArray<DialogueEvent> events)
    {
        var path = new StringBuilder();
        foreach (var happened in events)
        {
            var word = happened switch
            {
                NodeEntered entered => entered.Node,
                OutcomeReached outcome => $"={outcome.Outcome}",
                PlaceSettled place => $"@{place.PlaceId}",
                TextRequested => "+text",
                DefectMet defect => $"!{defect.Node}",
                _ => "",
            };
            if (word.Length == 0) continue;
            if (path.Length > 0) path.Append(' ');
            path.Append(word);
        }

        return path.ToString();
    }

    /// <summary>A turn made, before it is written.</summary>
    private sealed record TakenTurn(Session Session, TurnReply Reply, TurnRecord Record, string State);
}
