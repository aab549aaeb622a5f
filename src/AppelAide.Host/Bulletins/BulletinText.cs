namespace AppelAide.Host.Bulletins;

/// <summary>A bulletin in one language, as it arrives.</summary>
/// <param name="Language"><c>fr</c> or <c>en</c>.</param>
/// <param name="Text">With the line's name and how to stop, folded to GSM-7.</param>
/// <param name="Spoken">What a call says.</param>
/// <param name="Segments">How many SMS segments it costs.</param>
/// <param name="TooLong">Characters to leave out before it fits; 0 when it does.</param>
/// <param name="Dropped">Characters that no text message can carry, and that were left out.</param>
/// <param name="CallMinutes">Minutes that a call which says it is billed.</param>
internal sealed record BulletinText(string Language, string Text, string Spoken, int Segments, int TooLong, string Dropped, int CallMinutes);
