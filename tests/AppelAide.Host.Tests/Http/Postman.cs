using System.Collections.Concurrent;
using AppelAide.Host.Twilio;

namespace AppelAide.Host.Tests.Http;

/// <summary>Stands for the provider's message service.</summary>
internal sealed class Postman : IMessageSender
{
    private int sent;

    /// <summary>What it answers; taken when null.</summary>
    public Func<OutgoingText, SendResult?> Answer { get; set; } = _ => null;

    /// <summary>All that it was given, taken or not.</summary>
    public ConcurrentQueue<OutgoingText> Given { get; } = new();

    public Task<SendResult> SendAsync(OutgoingText text, CancellationToken cancellationToken)
    {
        Given.Enqueue(text);
        return Task.FromResult(Answer(text) ?? SendResult.Taken($"SM{Interlocked.Increment(ref sent):x32}"));
    }

    public Task<SendResult> CallAsync(OutgoingCall call, CancellationToken cancellationToken) =>
        Task.FromResult(SendResult.Taken($"CA{Interlocked.Increment(ref sent):x32}"));

    public Task<LookupResult> FindTextAsync(OutgoingText text, DateTimeOffset since, CancellationToken cancellationToken) =>
        Task.FromResult(LookupResult.Absent);

    public Task<LookupResult> FindCallAsync(OutgoingCall call, DateTimeOffset since, CancellationToken cancellationToken) =>
        Task.FromResult(LookupResult.Absent);
}
