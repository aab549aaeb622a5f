namespace AppelAide.Host.Recordings;

/// <summary>The sound of a recording, as a browser plays it.</summary>
/// <param name="ConversationNo">The conversation it was made in.</param>
/// <param name="ContentType">Such as <c>audio/mpeg</c>.</param>
/// <param name="Sound">The sound.</param>
internal sealed record StoredSound(long ConversationNo, string ContentType, byte[] Sound);
