using AppelAide.Host.Calls.Queue;
using AppelAide.Host.Calls.Review;
using AppelAide.Host.Conversations;

namespace AppelAide.Host.Calls;

/// <summary>What Program adds for the call log.</summary>
internal static class CallsServices
{
    /// <summary>The call log's stores.</summary>
    public static IServiceCollection AddCalls(this IServiceCollection services) => services
        .AddSingleton<ConversationStore>()
        .AddSingleton<ConversationFinder>()
        .AddSingleton<IdleConversationStore>()
        .AddSingleton<CallLogReader>()
        .AddSingleton<LiveReader>()
        .AddSingleton<CallSearch>()
        .AddSingleton<CallQueryReader>()
        .AddSingleton<CallNeighbours>()
        .AddSingleton<CallConsequenceReader>()
        .AddSingleton<NoteStore>()
        .AddSingleton<TagStore>()
        .AddSingleton<TranscriptStore>()
        .AddSingleton<ScriptVersionStore>()
        .AddSingleton<CallPromise>()
        .AddSingleton<QueueIntake>()
        .AddSingleton<QueueReader>()
        .AddSingleton<QueueDesk>()
        .AddSingleton<CallbackStore>()
        .AddSingleton<ICommand, CallbackRequestCommand>()
        .AddSingleton<RecordingNotice>()
        .AddSingleton<RecordingStore>();
}
