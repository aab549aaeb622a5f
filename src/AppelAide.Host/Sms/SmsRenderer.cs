using System.Collections.Immutable;
using AppelAide.Dialogue.Engine;
using AppelAide.Dialogue.Language;
using AppelAide.Host.Twilio;

namespace AppelAide.Host.Sms;

/// <summary>A turn → one text message of at most two segments, and the TwiML that sends it. Pure.</summary>
internal static class SmsRenderer
{
    /// <summary>What is said, as one message.</summary>
    /// <param name="said">The turn's words; pauses mean nothing here.</param>
    /// <param name="more">What ends a message that has a rest, for example <c>PLUS pour la suite</c>; empty for nothing.</param>
    public static SmsReply Render(ImmutableArray<Utterance> said, string more = "") =>
        Fit(said.SelectMany(utterance => SentenceSplitter.Split(Gsm7.Fold(utterance.Text))).ToList(), Gsm7.Fold(more));

    /// <summary>The next part of a <see cref="SmsReply.Rest"/>.</summary>
    /// <param name="rest">What did not fit before.</param>
    /// <param name="more">As in <see cref="Render(ImmutableArray{Utterance}, string)"/>.</param>
    public static SmsReply Render(string rest, string more = "") =>
        Fit(SentenceSplitter.Split(Gsm7.Fold(rest)).ToList(), Gsm7.Fold(more));

    /// <summary>The reply to a message; nothing to say is an empty response, which sends nothing.</summary>
    public static byte[] Document(string text)
    {
        using var writer = new TwimlWriter();
        if (text.Length > 0)
            writer.Open("Message").Text(text).Close();
        return writer.ToDocument();
    }

    private static SmsReply Fit(List<string> sentences, string more)
    {
        var whole = string.Join(' ', sentences);
        if (whole.Length == 0)
            return new SmsReply("", "", 0);
        if (Gsm7.Segments(whole) is var segments && segments <= OutgoingWords.MostSegments)
            return new SmsReply(whole, "", segments);

        var taken = 0;
        var text = "";
        while (taken < sentences.Count && Fits(text + Joint(text) + sentences[taken], more))
            text += Joint(text) + sentences[taken++];
        if (taken > 0)
            return Cut(text, string.Join(' ', sentences.Skip(taken)), more);

        // One sentence alone is too long: it is cut where it breathes.
        var length = SentenceSplitter.Breath(sentences[0], piece => Fits(piece, more));
        return Cut(sentences[0][..length].TrimEnd(), whole[length..].TrimStart(), more);
    }

    private static SmsReply Cut(string text, string rest, string more)
    {
        var message = text + (more.Length > 0 ? " " + more : "");
        return new SmsReply(message, rest, Gsm7.Segments(message));
    }

    private static bool Fits(string text, string more) => Gsm7.Segments(more.Length > 0 ? text + " " + more : text) <= OutgoingWords.MostSegments;

    private static string Joint(string text) => text.Length > 0 ? " " : "";
}
