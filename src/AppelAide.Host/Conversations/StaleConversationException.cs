namespace AppelAide.Host.Conversations;

/// <summary>The conversation went on elsewhere, or began before: what was about to be written must not be.</summary>
internal sealed class StaleConversationException() : Exception("The conversation went on elsewhere.");
