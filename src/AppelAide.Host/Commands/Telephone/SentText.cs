namespace AppelAide.Host.Commands.Telephone;

/// <summary>A text message that the line sends during a conversation.</summary>
/// <param name="Language"><c>fr</c> or <c>en</c>.</param>
/// <param name="Body">The words as sent.</param>
/// <param name="Segments">How many segments it is billed as.</param>
internal sealed record SentText(string Language, string Body, int Segments);
