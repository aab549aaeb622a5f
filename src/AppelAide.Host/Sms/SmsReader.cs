using AppelAide.Dialogue.Inputs;
using AppelAide.Host.Twilio;

namespace AppelAide.Host.Sms;

/// <summary>A webhook's form → the text message. Pure; malformed values are taken as absent.</summary>
internal static class SmsReader
{
    /// <summary>Characters: the longest message the provider joins from its segments.</summary>
    private const int LongestBody = 1600;

    /// <summary>What was written, and how many pictures came with it.</summary>
    public static TextInput Read(IFormCollection form) => new(FormText.Words(form["Body"], LongestBody), FormText.Seconds(form["NumMedia"]));

    /// <summary>Which message, and from whom.</summary>
    public static IncomingText ReadText(IFormCollection form)
    {
        var optOut = FormText.One(form["OptOutType"]);
        return new IncomingText(
            FormText.Sid(form["MessageSid"]),
            CallerNumber.Read(form["From"]),
            optOut is "STOP" or "START" or "HELP" ? optOut : "");
    }
}
