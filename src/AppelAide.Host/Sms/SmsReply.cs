namespace AppelAide.Host.Sms;

/// <summary>What goes out now, and what PLUS or MORE brings.</summary>
/// <param name="Text">The message, folded to GSM-7; empty when there is nothing to say.</param>
/// <param name="Rest">What did not fit; empty when everything did.</param>
/// <param name="Segments">How many segments <paramref name="Text"/> is sent, and paid for, as.</param>
internal sealed record SmsReply(string Text, string Rest, int Segments);
