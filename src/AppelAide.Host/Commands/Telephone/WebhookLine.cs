using System.Collections.Immutable;
using System.Globalization;
using AppelAide.Dialogue.Engine;
using AppelAide.Dialogue.Inputs;
using AppelAide.Dialogue.Language;
using Microsoft.Extensions.Primitives;

namespace AppelAide.Host.Commands.Telephone;

/// <summary>A server's line, called as the provider calls it: webhooks out, TwiML back, obeyed verb by verb.</summary>
internal sealed class WebhookLine(WebhookClient webhooks) : ILineConnection
{
    /// <summary>The provider's own limit is not documented; a loop of redirects is a defect all the same.</summary>
    private const int MostRedirects = 10;

    private readonly HashSet<string> introduced = [];
    private Dictionary<string, StringValues> call = [];
    private Uri page = webhooks.Voice;
    private ImmutableArray<TwimlVerb> document = [];
    private int next;
    private WaitVerb? waiting;
    private string language = "";

    /// <inheritdoc />
    public async IAsyncEnumerable<string> NewNumbersAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        // Which numbers the server knows cannot be asked: beginning anywhere makes meeting an earlier sender unlikely.
        var numbers = FictionalNumbers.All().ToArray();
        var first = Random.Shared.Next(numbers.Length);
        foreach (var number in numbers[first..].Concat(numbers[..first]))
            yield return number;
        await Task.CompletedTask;
    }

    /// <inheritdoc />
    public async Task<LineAnswer> CallAsync(string from, string? wanted, CancellationToken ct)
    {
        call = new Dictionary<string, StringValues>
        {
            ["CallSid"] = ProviderSid.New("CA"),
            ["AccountSid"] = TwilioForm.NoAccount,
            ["ApiVersion"] = "2010-04-01",
            ["Direction"] = "inbound",
            ["From"] = from.Length > 0 ? from : "anonymous",
            ["To"] = webhooks.LineNumber,
            ["CallStatus"] = "ringing",
        };
        await LoadAsync(webhooks.Voice, [], ct);
        call["CallStatus"] = "in-progress";
        var greeting = await ObeyAsync(ct);
        // 9 is the other language, everywhere on the line.
        return wanted is null || wanted == greeting.Language || greeting.Then is not GatherExpectation
            ? greeting
            : await AnswerAsync(new DigitsInput("9"), ct);
    }

    /// <inheritdoc />
    public async Task<LineAnswer> AnswerAsync(CallerInput input, CancellationToken ct)
    {
        if (waiting is not { } verb)
            throw new InvalidOperationException("The line is not waiting.");
        if (verb.Action is { } action && (verb.PostsSilence || input is not SilenceInput))
            await LoadAsync(action.Length > 0 ? webhooks.Resolve(page, action) : page, TwilioForm.Of(input), ct);
        return await ObeyAsync(ct);
    }

    /// <inheritdoc />
    public async Task EndCallAsync(int seconds, CancellationToken ct)
    {
        if (call.Count == 0)
            return;
        var ended = new Dictionary<string, StringValues>(call)
        {
            ["CallStatus"] = "completed",
            ["CallDuration"] = seconds.ToString(CultureInfo.InvariantCulture),
        };
        call = [];
        await webhooks.PostAsync(webhooks.Status, ended, ct);
    }

    /// <inheritdoc />
    public async Task<LineAnswer> TextAsync(string from, string body, string? wanted, CancellationToken ct)
    {
        if (wanted is not null && (from.Length == 0 || introduced.Add(from)))
            await SendAsync(from, wanted == "en" ? "ENGLISH" : "FRANÇAIS", ct);
        var message = string.Concat((await SendAsync(from, body, ct)).OfType<MessageVerb>().Select(verb => verb.Body));
        return new LineAnswer
        {
            Said = message.Length > 0 ? [new Utterance(wanted ?? "", message)] : [],
            Then = new EndExpectation(),
            Language = wanted,
            Segments = Gsm7.Segments(message),
        };
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync()
    {
        webhooks.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<ImmutableArray<TwimlVerb>> SendAsync(string from, string body, CancellationToken ct)
    {
        var fields = TwilioForm.Of(new TextInput(body));
        var sid = ProviderSid.New("SM");
        fields["MessageSid"] = sid;
        fields["SmsMessageSid"] = sid;
        fields["AccountSid"] = TwilioForm.NoAccount;
        fields["ApiVersion"] = "2010-04-01";
        fields["From"] = from.Length > 0 ? from : "anonymous";
        fields["To"] = webhooks.LineNumber;
        fields["NumMedia"] = "0";
        fields["NumSegments"] = Math.Max(1, Gsm7.Segments(body)).ToString(CultureInfo.InvariantCulture);
        return Read(webhooks.Sms, await webhooks.PostAsync(webhooks.Sms, fields, ct));
    }

    private async Task LoadAsync(Uri url, Dictionary<string, StringValues> heard, CancellationToken ct)
    {
        foreach (var (name, value) in call)
            heard[name] = value;
        document = Read(url, await webhooks.PostAsync(url, heard, ct));
        page = url;
        next = 0;
    }

    /// <summary>Goes through the document up to where the line waits.</summary>
    private async Task<LineAnswer> ObeyAsync(CancellationToken ct)
    {
        var said = ImmutableArray.CreateBuilder<Utterance>();
        var slow = false;
        waiting = null;
        for (var redirects = 0; next < document.Length;)
        {
            switch (document[next++])
            {
                case SayVerb say:
                    Hear(say.Said, say.Slow);
                    break;
                case WaitVerb wait:
                    Hear(wait.Said, wait.Slow);
                    language = wait.Language ?? language;
                    waiting = wait;
                    return Answer(wait.Then);
                case RedirectVerb redirect:
                    if (++redirects > MostRedirects)
                        throw new NoLineException($"The line at {webhooks.Address} redirects without end.");
                    await LoadAsync(webhooks.Resolve(page, redirect.Url), [], ct);
                    break;
                case HangupVerb:
                    next = document.Length;
                    break;
            }
        }

        return Answer(new EndExpectation());

        void Hear(ImmutableArray<Utterance> words, bool slowly)
        {
            said.AddRange(words);
            slow |= slowly;
            if (words.Length > 0)
                language = words[^1].Language;
        }

        LineAnswer Answer(Expectation then) => new() { Said = said.ToImmutable(), Then = then, Language = language.Length > 0 ? language : null, Slow = slow };
    }

    private ImmutableArray<TwimlVerb> Read(Uri url, string document)
    {
        try
        {
            return TwimlReader.Read(document);
        }
        catch (FormatException error)
        {
            throw new NoLineException($"{url} answered with something that is not TwiML: {error.Message}.", error);
        }
    }
}
