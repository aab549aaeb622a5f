using System.Globalization;
using AppelAide.Host.Twilio;

namespace AppelAide.Host.Tests.Golden;

/// <summary>The provider of a golden conversation: it takes every text and every call, and keeps them until the conversation asks for them.</summary>
internal sealed class GoldenProvider : IMessageSender
{
    private readonly List<Taken> taken = [];
    private int sids;

    /// <summary>The provider's error for a text; null when it takes it.</summary>
    public Func<OutgoingText, int?> Refusal { get; set; } = _ => null;

    public Task<SendResult> SendAsync(OutgoingText text, CancellationToken cancellationToken) =>
        Task.FromResult(Refusal(text) is { } code
            ? new SendResult(SendOutcome.Refused, null, code, null, false, false)
            : Take(text.To, text.Body, IsCall: false, text.StatusCallback!));

    public Task<SendResult> CallAsync(OutgoingCall call, CancellationToken cancellationToken) => Task.FromResult(Take(call.To, "", IsCall: true, call.Url));

    public Task<LookupResult> FindTextAsync(OutgoingText text, DateTimeOffset since, CancellationToken cancellationToken) => throw new NotSupportedException("Nothing is ever in doubt here.");

    public Task<LookupResult> FindCallAsync(OutgoingCall call, DateTimeOffset since, CancellationToken cancellationToken) => throw new NotSupportedException("Nothing is ever in doubt here.");

    /// <summary>What was taken since the last time, in the order in which the line wrote it.</summary>
    public List<Taken> Empty()
    {
        lock (taken)
        {
            List<Taken> all = [.. taken.OrderBy(one => one.Message)];
            taken.Clear();
            return all;
        }
    }

    private SendResult Take(string to, string words, bool IsCall, string address)
    {
        lock (taken)
        {
            var sid = FormattableString.Invariant($"{(IsCall ? "CA" : "SM")}{++sids:x30}ff");
            taken.Add(new Taken(long.Parse(address.AsSpan(address.LastIndexOf('=') + 1), CultureInfo.InvariantCulture), to, words, IsCall, sid));
            return SendResult.Taken(sid);
        }
    }

    /// <summary>A text or a call that the line made.</summary>
    /// <param name="Message">Its number in the outbox.</param>
    /// <param name="To">E.164.</param>
    /// <param name="Words">Of a text.</param>
    /// <param name="IsCall">Whether it is a call.</param>
    /// <param name="Sid">The name given to it.</param>
    internal sealed record Taken(long Message, string To, string Words, bool IsCall, string Sid);
}
