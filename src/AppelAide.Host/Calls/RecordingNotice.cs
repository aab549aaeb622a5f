using AppelAide.Dialogue.Engine;
using AppelAide.Host.Persistence;

namespace AppelAide.Host.Calls;

/// <summary>The provider says that a recording is ready. One that a turn has not told of (the caller hung up while speaking) is kept all the same.</summary>
internal sealed class RecordingNotice(
    ConversationFinder finder, RecordingStore recordings, Database database, TimeProvider time, ILogger<RecordingNotice> logger)
{
    /// <summary>Notes it, once. A recording of an unknown call (the line could not store it) is told to the log, for a person to fetch at the provider.</summary>
    public async Task TakeAsync(string callSid, string recordingSid, int seconds)
    {
        if (recordingSid.Length == 0) return;
        if (await finder.FindByProviderSidAsync(callSid, CancellationToken.None) is not { } saved)
        {
            logger.LogWarning("Recording {RecordingSid} is of no call that is known; it stays at the provider", recordingSid);
            return;
        }

        var call = saved.Conversation;
        var purpose = saved.LastTurn is { } last && TurnJson.Read(last.Reply).Expectation is RecordExpectation asked ? asked.Purpose : RecordingStore.Voicemail;
        await database.WriteAsync(
            scope => recordings.Add(scope, recordingSid, call.No, call.CallerId, purpose, seconds, time.GetUtcNow()), CancellationToken.None);
    }
}
