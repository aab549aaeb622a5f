using System.Globalization;
using AppelAide.Dialogue.Inputs;
using AppelAide.Host.Calls;
using AppelAide.Host.Conversations;
using Dapper;
using Microsoft.Extensions.DependencyInjection;

namespace AppelAide.Console.Tests;

/// <summary>Real conversations on the real engine, for pages to show.</summary>
internal sealed class HeldCalls(ConsoleHost host)
{
    private static int numbers = 100;

    private ConversationService Line => host.Services.GetRequiredService<ConversationService>();

    /// <summary>A number that nobody has called from.</summary>
    public static string NewPhone() => $"+1418555{Interlocked.Increment(ref numbers).ToString("0000", CultureInfo.InvariantCulture)}";

    /// <summary>A call, answered as somebody answers, then hung up.</summary>
    /// <returns>Its number in the log.</returns>
    public async Task<long> CallAsync(string phone, params CallerInput[] answers)
    {
        var sid = $"CA{Guid.NewGuid():N}";
        var reply = await Line.StartCallAsync(sid, phone, null, false, default);
        foreach (var answer in answers)
            reply = await Line.AdvanceCallAsync(reply.ConversationNo, reply.Turn.Number, sid, answer, Guid.NewGuid().ToString(), default) ?? reply;
        await Line.CloseCallAsync(sid, 40 + (answers.Length * 12), default);
        return reply.ConversationNo;
    }

    /// <summary>As if it had been on another day, with the time that people take.</summary>
    public Task MoveAsync(long no, int days) => host.Database.WriteAsync(
        scope =>
        {
            scope.Execute($"UPDATE conversation SET started_at = datetime(started_at, '{days} days') || '.000', ended_at = datetime(ended_at, '{days} days') || '.000' WHERE no = @no", new { no });
            scope.Execute("UPDATE conversation SET ended_at = datetime(started_at, seconds || ' seconds') || '.000' WHERE no = @no AND ended_at IS NOT NULL", new { no });
            scope.Execute($"UPDATE conversation_topic SET started_at = (SELECT started_at FROM conversation WHERE no = @no) WHERE conversation_no = @no", new { no });
            scope.Execute($"UPDATE turn SET at = datetime(at, '{days} days', ((turn_no - 1) * 11) || ' seconds') || '.000' WHERE conversation_no = @no", new { no });
        },
        default);

    /// <summary>A voice message, as the provider tells of it, with its sound in the store or not yet.</summary>
    public async Task<long> RecordAsync(long no, int seconds = 21)
    {
        var sid = $"RE{Guid.NewGuid():N}";
        var recordings = host.Services.GetRequiredService<RecordingStore>();
        var caller = await host.Database.ReadAsync(connection => connection.ExecuteScalar<long>("SELECT caller_id FROM conversation WHERE no = @no", new { no }), default);
        await host.Database.WriteAsync(scope => recordings.Add(scope, sid, no, caller, "voicemail", seconds, TimeProvider.System.GetUtcNow()), default);
        return (await recordings.FindAsync(sid, default))!.Id;
    }
}
