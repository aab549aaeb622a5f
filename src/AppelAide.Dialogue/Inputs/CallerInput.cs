namespace AppelAide.Dialogue.Inputs;

/// <summary>What was heard from the citizen, or what became of what the line was doing for them.</summary>
public abstract record CallerInput;

/// <summary>Keys pressed on the telephone: <c>0-9</c>, <c>*</c>, <c>#</c>.</summary>
/// <param name="Digits">The keys, without the key that ended them.</param>
public sealed record DigitsInput(string Digits) : CallerInput;

/// <summary>Words the provider recognised.</summary>
/// <param name="Text">The words as recognised, never trusted.</param>
/// <param name="Confidence">0 to 1, as the provider gives it; 0 when unknown.</param>
public sealed record SpeechInput(string Text, double Confidence) : CallerInput;

/// <summary>A text message.</summary>
/// <param name="Text">The body as received, never trusted.</param>
/// <param name="Pictures">How many pictures or other files came with it; the line cannot see them.</param>
public sealed record TextInput(string Text, int Pictures = 0) : CallerInput;

/// <summary>Nothing was said or pressed in the time to answer.</summary>
public sealed record SilenceInput : CallerInput;

/// <summary>A transfer ended.</summary>
/// <param name="Answered">Whether a person answered.</param>
/// <param name="Seconds">How long they spoke, in seconds.</param>
public sealed record DialEndedInput(bool Answered, int Seconds) : CallerInput;

/// <summary>A recording ended.</summary>
/// <param name="RecordingSid">The provider's name for the recording; null when nothing was recorded.</param>
/// <param name="Seconds">Length, in seconds.</param>
/// <param name="Digits">The key that ended it (<c>hangup</c> becomes empty).</param>
public sealed record RecordingInput(string? RecordingSid, int Seconds, string Digits) : CallerInput;
