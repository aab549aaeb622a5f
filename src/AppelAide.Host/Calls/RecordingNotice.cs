using AppelAide.Host.Persistence;

namespace AppelAide.Host.Calls;

/// <summary>The provider says that a recording is ready. One that a turn has not told of (the caller hung up while speaking) is kept all the same.</summary>
internal sealed class RecordingNotice(ConversationFinder finder, RecordingStore recordings, Database database, TimeProvider time)
{
    /// <summary>Notes it, once; of an unknown call nothing is noted.</summary>
    public async Task TakeAsync(string callSid, string recordingSid, int seconds)
    {
        if (recordingSid.Length == 0 || await finder.FindByProviderSidAsync(callSid, CancellationToken.None) is not { } saved) return;
        var call = saved.Conversation;
        await database.WriteAsync(
            scope => recordings.Add(scope, recordingSid, call.No, call.CallerId, "voicemail", seconds, time.GetUtcNow()), CancellationToken.None);
    }
}
