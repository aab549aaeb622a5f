namespace AppelAide.Host.Calls.Review;

/// <summary>Somebody wrote a recording down while somebody else was about to.</summary>
internal sealed class StaleTranscriptException() : Exception("The transcript was written by somebody else meanwhile.");
