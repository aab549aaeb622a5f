using AppelAide.Dialogue;
using AppelAide.Dialogue.Definition;
using AppelAide.Dialogue.Engine;
using AppelAide.Host.Calls;
using AppelAide.Host.Persistence;
using AppelAide.Host.Scripts;

namespace AppelAide.Host.Conversations;

/// <summary>Begins a call, whoever dialled: its row and its first turn, in one transaction.</summary>
internal sealed class CallStarter(
    ConversationCache cache, ConversationFinder finder, ConversationStore conversations, SequenceStore sequences, ScriptLibrary scripts, TurnTaker turns)
{
    /// <summary>Takes the first turn; a call that was begun before hears what it was told then.</summary>
    /// <param name="call">The call.</param>
    /// <param name="begin">Begins the run, with the live scripts.</param>
    /// <param name="ct">Gives up before anything is written.</param>
    public async Task<TurnReply> StartAsync(NewCall call, Func<Script, EngineContext, DialogueRun> begin, CancellationToken ct)
    {
        var live = new LiveConversation(await sequences.NextAsync("conversation", ct), call.Sid, Channel.Voice, call.Caller)
        {
            BeganIn = call.Language,
            LastAt = call.At,
        };
        var script = scripts.Live;
        var context = turns.Context(call.At);
        var begun = new Conversation
        {
            No = live.No,
            Channel = Channel.Voice,
            ProviderSid = call.Sid,
            CallerId = call.Caller.Id,
            StartedAt = call.At,
            Language = call.Language,
            PlaceId = call.Caller.PlaceId,
            ScriptVersion = script.Version,
            Trial = call.Trial,
        };
        try
        {
            return await turns.TakeAsync(
                live,
                () => begin(script, context),
                null,
                call.Token,
                call.At,
                scope =>
                {
                    if (!conversations.Begin(scope, begun)) throw new StaleConversationException();
                    if (call.InsteadOf is { } cut) conversations.Forget(scope, cut);
                },
                ct);
        }
        catch (StaleConversationException)
        {
            if (await FindAsync(call.Sid, ct) is not { } told) throw;
            return told;
        }
    }

    /// <summary>What a call was last told; null when it has not begun.</summary>
    /// <param name="callSid">The provider's name for the call.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<TurnReply?> FindAsync(string callSid, CancellationToken ct) =>
        await finder.FindByProviderSidAsync(callSid, ct) is { Conversation: { Channel: Channel.Voice } call, LastTurn: { } last }
            ? cache.Find(call.No)?.Last ?? TurnReply.Replay(call.No, last)
            : null;
}
