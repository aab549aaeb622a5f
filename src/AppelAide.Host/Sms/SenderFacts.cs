using AppelAide.Dialogue;
using AppelAide.Host.Callers;
using AppelAide.Host.Persistence;

namespace AppelAide.Host.Sms;

/// <summary>
/// What a text tells of its sender beside its words: the telephone texts, so it is no landline; and the provider may have taken it for STOP or
/// START by a list of its own. See https://www.twilio.com/docs/messaging/tutorials/advanced-opt-out.
/// </summary>
internal sealed class SenderFacts(Database database, CallerStore callers, MessageConsent consent, TimeProvider time)
{
    /// <summary>Keeps it, after the text was answered.</summary>
    /// <param name="text">Which text.</param>
    /// <param name="words">The exact words.</param>
    /// <param name="ct">Gives up before anything is written.</param>
    public async Task KeepAsync(IncomingText text, string words, CancellationToken ct)
    {
        if (text.From.Length == 0 || await callers.FindByPhoneAsync(text.From, ct) is not { } sender) return;
        // The line understood the same word and wrote it already: then nothing is left to write.
        var isChanged = text.OptOutType is "STOP" or "START" && sender.Stopped != (text.OptOutType == "STOP");
        if (!isChanged && sender.Texts != false) return;
        await database.WriteAsync(
            scope =>
            {
                if (sender.Texts == false) callers.NoteTexts(scope, sender.Id, true);
                if (isChanged)
                    consent.Write(scope, sender.Id, text.OptOutType == "START", Channel.Sms, words, $"{text.MessageSid} OptOutType {text.OptOutType}", time.GetUtcNow());
                return true;
            },
            ct);
    }
}
