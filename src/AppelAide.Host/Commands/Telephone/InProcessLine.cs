using System.Runtime.CompilerServices;
using AppelAide.Dialogue.Definition;
using AppelAide.Dialogue.Engine;
using AppelAide.Dialogue.Events;
using AppelAide.Dialogue.Inputs;
using AppelAide.Host.Callers;
using AppelAide.Host.Conversations;
using AppelAide.Host.Persistence;
using AppelAide.Host.Scripts;
using AppelAide.Host.Sms;
using AppelAide.Host.Voice;

namespace AppelAide.Host.Commands.Telephone;

/// <summary>The line in this very process, on the same database as the server's. What is heard goes through the webhooks' own readers.</summary>
internal sealed class InProcessLine(WebApplication app) : ILineConnection
{
    private readonly ConversationService conversations = app.Services.GetRequiredService<ConversationService>();
    private readonly CallerStore callers = app.Services.GetRequiredService<CallerStore>();
    private readonly Database database = app.Services.GetRequiredService<Database>();
    private readonly LineClock clock = app.Services.GetRequiredService<LineClock>();
    private readonly ScriptLibrary scripts = app.Services.GetRequiredService<ScriptLibrary>();
    private readonly SentTextReader texts = new(app.Services.GetRequiredService<Database>());

    private string? callSid;
    private TurnReply? last;

    /// <inheritdoc />
    public async IAsyncEnumerable<string> NewNumbersAsync([EnumeratorCancellation] CancellationToken ct)
    {
        foreach (var number in FictionalNumbers.All())
        {
            if (await callers.FindByPhoneAsync(number, ct) is null)
                yield return number;
        }
    }

    /// <inheritdoc />
    public async Task<LineAnswer> CallAsync(string from, string? language, CancellationToken ct)
    {
        await PreferAsync(from, language, ct);
        callSid = ProviderSid.New("CA");
        var since = clock.Now;
        last = await conversations.StartCallAsync(callSid, from, ProviderSid.New("IT"), trial: true, ct);
        return await HeardAsync(last, since, ct);
    }

    /// <inheritdoc />
    public async Task<LineAnswer> AnswerAsync(CallerInput input, CancellationToken ct)
    {
        if (last is null || callSid is null)
            throw new InvalidOperationException("There is no call to answer in.");
        var since = clock.Now;
        var heard = VoiceReader.Read(new FormCollection(TwilioForm.Of(input)));
        last = await conversations.AdvanceCallAsync(last.ConversationNo, last.Turn.Number, callSid, heard, ProviderSid.New("IT"), ct)
            ?? throw new NoLineException("The line lost this call.");
        return await HeardAsync(last, since, ct);
    }

    /// <inheritdoc />
    public async Task EndCallAsync(int seconds, CancellationToken ct)
    {
        if (callSid is not null)
            await conversations.CloseCallAsync(callSid, seconds, ct);
        callSid = null;
    }

    /// <inheritdoc />
    public async Task<LineAnswer> TextAsync(string from, string body, string? language, CancellationToken ct)
    {
        await PreferAsync(from, language, ct);
        var since = clock.Now;
        var text = SmsReader.Read(new FormCollection(TwilioForm.Of(new TextInput(body))));
        var reply = await conversations.ReceiveTextAsync(ProviderSid.New("SM"), from, text, trial: true, ct);
        var answer = await HeardAsync(reply, since, ct);
        return answer with
        {
            Said = reply.Text.Length > 0 ? [new Utterance(LanguageOf(reply.Turn), reply.Text)] : [],
            Segments = reply.Segments,
        };
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => app.DisposeAsync();

    /// <summary>A caller of whom the line knows that they speak this language.</summary>
    private async Task PreferAsync(string from, string? language, CancellationToken ct)
    {
        if (language is null || from.Length == 0)
            return;
        var caller = await callers.FindByPhoneAsync(from, ct);
        if ((caller?.Language ?? clock.DefaultLanguage) == language)
            return;
        caller ??= await callers.FindOrCreateAsync(from, language, clock.Now, ct);
        await database.WriteAsync(
            scope =>
            {
                callers.Save(scope, caller with { Language = language, UpdatedAt = clock.Now });
                return true;
            },
            ct);
    }

    private async Task<LineAnswer> HeardAsync(TurnReply reply, DateTimeOffset since, CancellationToken ct)
    {
        var turn = reply.Turn;
        var understood = turn.Events.OfType<Understood>().FirstOrDefault();
        return new LineAnswer
        {
            Said = turn.Said,
            Then = turn.Expectation,
            Language = turn.Language,
            Slow = turn.Slow,
            Node = turn.Node,
            Intent = understood?.Intent,
            Need = understood?.Need is { } need ? Label(need) : null,
            Place = turn.Events.OfType<PlaceSettled>().LastOrDefault()?.Label,
            Confidence = understood?.Confidence,
            Texts = [.. await texts.SinceAsync(reply.ConversationNo, since, clock.Now, ct)],
        };
    }

    /// <summary>STOP and HELP are answered in the language they were written in, whatever the conversation's.</summary>
    private static string LanguageOf(Turn turn) => turn.Said.FirstOrDefault(words => words.Text.Length > 0)?.Language ?? turn.Language;

    private string Label(string need) =>
        scripts.Live.Needs.GetValueOrDefault(need) is Need known ? known.Labels.GetValueOrDefault("fr", need) : need;
}
