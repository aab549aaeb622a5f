using AppelAide.Dialogue.Engine;
using AppelAide.Host.Callers;
using AppelAide.Host.Staff;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace AppelAide.Host.Console.Trial;

/// <summary>Try the line: a telephone and a text handset in the page. Each press is sent, and the page shows the whole exchange.</summary>
[Authorize(Policy = Policies.Act)]
internal sealed class IndexModel(TrialLine line, TrialSeal seal) : ConsolePageModel
{
    private const string Here = "/console/trial";

    /// <summary>The trial in progress; null before one is begun.</summary>
    public TrialSession? Session { get; private set; }

    /// <summary>Its seal.</summary>
    public string Sealed { get; private set; } = "";

    /// <summary>What was heard and said.</summary>
    public TrialExchange Exchange { get; private set; } = new([], [], false);

    /// <summary>The keys of the telephone, row by row.</summary>
    public static IReadOnlyList<string> Keys { get; } = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "*", "0", "#"];

    /// <summary>Whether the line records now.</summary>
    public bool Records => Exchange.Then is RecordExpectation;

    /// <summary>Whether the line puts the call through to a person.</summary>
    public bool Dials => Exchange.Then is DialExpectation;

    /// <summary>What the citizen did in a turn, in words.</summary>
    public string Did(TrialStep step) => step.HeardKind switch
    {
        "arrival" => T("Vous appelez.", "You call."),
        "silence" => T("(silence)", "(silence)"),
        "digits" => T($"Touche {step.Heard}", $"Key {step.Heard}"),
        "recording" => T("(vous parlez après le signal)", "(you speak after the tone)"),
        "dialended" => step.Heard.StartsWith("answered", StringComparison.Ordinal) ? T("(une personne a répondu)", "(a person answered)") : T("(personne n'a répondu)", "(nobody answered)"),
        _ => step.Heard,
    };

    public async Task<IActionResult> OnGetAsync(string? trial, CancellationToken ct)
    {
        if (string.IsNullOrEmpty(trial)) return Page();
        return await OpenAsync(trial, ct) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostBeginAsync(string? channel, string? language, string? who, CancellationToken ct)
    {
        if (channel is not ("voice" or "sms") || language is not ("fr" or "en")) return BadRequest();
        var phone = who == "new" ? await line.NewPhoneAsync(ct) : TrialNumbers.Of(Staff.Id);
        var begun = channel == "voice" ? await line.CallAsync(Staff.Id, phone, language, ct) : await line.TakeHandsetAsync(Staff.Id, phone, language, ct);
        return Back(seal.Seal(begun));
    }

    public async Task<IActionResult> OnPostPressAsync(string? trial, int turn, string? key, string? words, CancellationToken ct)
    {
        if (seal.Open(trial, Staff) is not { IsCall: true } session) return NotFound();
        await line.AnswerAsync(session, turn, string.IsNullOrEmpty(key) ? words ?? "" : key == "silence" ? "" : key, ct);
        return Back(trial!);
    }

    public async Task<IActionResult> OnPostHangUpAsync(string? trial, CancellationToken ct)
    {
        if (seal.Open(trial, Staff) is not { IsCall: true } session) return NotFound();
        await line.HangUpAsync(session, ct);
        return Back(trial!);
    }

    public async Task<IActionResult> OnPostTextAsync(string? trial, string? body, CancellationToken ct)
    {
        if (seal.Open(trial, Staff) is not { IsCall: false } session) return NotFound();
        if (!string.IsNullOrWhiteSpace(body)) await line.SendAsync(session, Sent, body, ct);
        return Back(trial!);
    }

    private RedirectResult Back(string trial) => Redirect($"{Here}?trial={Uri.EscapeDataString(trial)}#now");

    private async Task<bool> OpenAsync(string trial, CancellationToken ct)
    {
        if (seal.Open(trial, Staff) is not { } session || await line.ReadAsync(session, ct) is not { } exchange) return false;
        (Session, Sealed, Exchange) = (session, trial, exchange);
        return true;
    }
}
