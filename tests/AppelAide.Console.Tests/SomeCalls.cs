using AppelAide.Dialogue.Events;
using AppelAide.Host.Callers;
using AppelAide.Host.Calls;
using AppelAide.Host.Outbox;
using AppelAide.Host.Recordings;
using Microsoft.Extensions.DependencyInjection;

namespace AppelAide.Console.Tests;

/// <summary>People who called, left a message or were promised a call, for tests of the pages about them.</summary>
internal sealed class SomeCalls(ConsoleHost host)
{
    private const string Conversation = """
        INSERT INTO conversation (no, channel, provider_sid, caller_id, started_at, ended_at, language, place_id, outcome, last_node, seconds, turns, script_version, trial)
        VALUES (@No, 'voice', @Sid, @CallerId, @At, @At, @Language, @PlaceId, 'voicemail', 'personne.garder', 95, 3, 'test', 0)
        """;

    private const string Turn = """
        INSERT INTO turn (conversation_no, turn_no, at, heard_kind, heard, intent, need, language, said, node, reply, waited_ms, segments)
        VALUES (@No, 1, @At, 'speech', @Heard, @Intent, @Need, @Language, 'D''accord.', 'aide.debut', '{}', 12, 0)
        """;

    // Far from those of the sample and of other tests.
    private static long last = 700_000;
    private static int numbers = 1000;

    private CallerStore Callers => host.Services.GetRequiredService<CallerStore>();

    /// <summary>Somebody spoke of food, and then left a message, was promised a call, or both.</summary>
    /// <returns>The number of the item in the queue.</returns>
    public async Task<long> WaitingAsync(bool spoken = true, DateTimeOffset? promised = null, string heard = "de la nourriture", string? phone = null, TimeSpan? ago = null)
    {
        var no = Interlocked.Increment(ref last);
        var at = TimeProvider.System.GetUtcNow() - (ago ?? TimeSpan.FromMinutes(10));
        var caller = await Callers.FindOrCreateAsync(phone ?? $"+1418556{Interlocked.Increment(ref numbers):0000}", "fr", at, default);
        var recordings = host.Services.GetRequiredService<RecordingStore>();
        var callbacks = host.Services.GetRequiredService<CallbackStore>();
        var sid = $"RE{Guid.NewGuid():N}";
        await host.Database.WriteAsync(
            scope =>
            {
                scope.Execute(Conversation, new { No = no, Sid = $"CA{Guid.NewGuid():N}", CallerId = caller.Id, At = at, Language = "fr", PlaceId = "03005" });
                scope.Execute(Turn, new { No = no, At = at, Heard = heard, Intent = Intents.Referral, Need = "food", Language = "fr" });
                if (spoken) recordings.Add(scope, sid, no, caller.Id, "voicemail", 4, at);
                if (promised is { } due) callbacks.Request(scope, no, caller.Id, at, due);
            },
            default);
        if (spoken && (await recordings.FindAsync(sid, default))!.Id is var id)
            await host.Services.GetRequiredService<SoundStore>().KeepAsync(id, "audio/wav", Tone(), at);
        return Assert.Single(await host.RowsAsync<long>("SELECT id FROM queue_item WHERE conversation_no = @No", new { No = no }));
    }

    /// <summary>A message in the outbox.</summary>
    public async Task<long> MessageAsync(string body = "Ligne AppelAide: votre formation est demain a 13h30. ARRET pour cesser", TimeSpan? due = null)
    {
        var now = TimeProvider.System.GetUtcNow();
        var caller = await Callers.FindOrCreateAsync($"+1418557{Interlocked.Increment(ref numbers):0000}", "fr", now, default);
        var message = new OutboxMessage { CallerId = caller.Id, Purpose = OutboxPurpose.Reminder, Language = "fr", Body = body, Spoken = body, Segments = 1, DueAt = now + (due ?? TimeSpan.FromDays(1)) };
        return await host.Database.WriteAsync(scope => host.Services.GetRequiredService<OutboxStore>().Enqueue(scope, message, now), default);
    }

    /// <summary>A second of a tone, as a WAV file.</summary>
    public static byte[] Tone()
    {
        const int rate = 8000;
        var samples = Enumerable.Range(0, rate).Select(i => (short)(8000 * Math.Sin(2 * Math.PI * 440 * i / rate))).ToArray();
        using var file = new MemoryStream();
        using var writer = new BinaryWriter(file);
        writer.Write("RIFF"u8);
        writer.Write(36 + (samples.Length * 2));
        writer.Write("WAVEfmt "u8);
        writer.Write(16);
        writer.Write((short)1);
        writer.Write((short)1);
        writer.Write(rate);
        writer.Write(rate * 2);
        writer.Write((short)2);
        writer.Write((short)16);
        writer.Write("data"u8);
        writer.Write(samples.Length * 2);
        foreach (var sample in samples) writer.Write(sample);
        writer.Flush();
        return file.ToArray();
    }
}
