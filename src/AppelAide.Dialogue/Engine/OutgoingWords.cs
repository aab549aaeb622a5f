using AppelAide.Dialogue.Definition;
using AppelAide.Dialogue.Language;

namespace AppelAide.Dialogue.Engine;

/// <summary>
/// How a message that the line sends first is worded: who writes and how to end it, around the words themselves (<see cref="LinePrompts.Message"/>).
/// </summary>
public static class OutgoingWords
{
    /// <summary>Segments that a message costs at most (FIELD: one where it can be, 2 at most).</summary>
    public const int MostSegments = 2;

    /// <summary>
    /// A message as it is sent: GSM-7, at most <see cref="MostSegments"/>. When it would cost more, whole sentences of the text are left out from its
    /// end, and its beginning and the way to end messages stay; a single sentence too long is cut where it breathes.
    /// </summary>
    /// <param name="script">The scripts, for the words around the text.</param>
    /// <param name="language"><c>fr</c> or <c>en</c>.</param>
    /// <param name="text">What the message says, without the line's name.</param>
    /// <param name="context">The line's own values and the moment.</param>
    /// <returns>The message; empty when the text has nothing that can be sent.</returns>
    public static string Compose(Script script, string language, string text, EngineContext context)
    {
        var sentences = SentenceSplitter.Split(Gsm7.Fold(text)).ToList();
        if (sentences.Count == 0) return "";
        for (var kept = sentences.Count; kept > 0; kept--)
        {
            var message = Wrap(string.Join(' ', sentences.Take(kept)));
            if (Fits(message)) return message;
        }

        return Wrap(sentences[0][..SentenceSplitter.Breath(sentences[0], beginning => Fits(Wrap(beginning)))].TrimEnd(' ', ',', ';', ':'));

        string Wrap(string words) => Gsm7.Fold(Around(script, language, words, context));
    }

    /// <summary>What a message costs: how many segments it is sent, and paid for, as.</summary>
    public static int Segments(string message) => Gsm7.Segments(message);

    private static bool Fits(string message) => Segments(message) <= MostSegments;

    private static string Around(Script script, string language, string words, EngineContext context)
    {
        // A conversation may still hold a version of the scripts that has no such prompt.
        if (script.Prompts.GetValueOrDefault(LinePrompts.Message)?.For(language, Channel.Sms) is not { IsEmpty: false } around) return words;
        var message = new PromptRenderer(Channel.Sms, DateOnly.FromDateTime(context.Now));
        message.Add(around, language, Value);
        return string.Join(' ', message.Finish().Select(utterance => utterance.Text));

        string Value(string name) => name == MessageVariables.Text
            ? words
            : context.Ambient.GetValueOrDefault(name) ?? context.Ambient.GetValueOrDefault($"{name}.{language}", "");
    }
}
