namespace AppelAide.Host.Voice;

/// <summary>
/// How the line sounds and listens: configuration section <c>Line:Voices</c>.
/// A voice must speak the language it is given with, or the provider says nothing at all.
/// See https://www.twilio.com/docs/voice/twiml/say/text-speech#available-voices-and-languages.
/// </summary>
internal sealed class VoiceOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Line:Voices";

    /// <summary>The French voice. Default: Amazon's neural voice of Québec.</summary>
    public string Fr { get; set; } = "Polly.Gabrielle-Neural";

    /// <summary>The language of the French voice. Default: <c>fr-CA</c>.</summary>
    public string FrLanguage { get; set; } = "fr-CA";

    /// <summary>The English voice. Default: a neural voice of the United States, because no provider has a neural one of Canada.</summary>
    public string En { get; set; } = "Polly.Joanna-Neural";

    /// <summary>The language of the English voice. Default: <c>en-US</c>.</summary>
    public string EnLanguage { get; set; } = "en-US";

    /// <summary>The speed of slow speech, a percentage of the ordinary one. Default: <c>85%</c>.</summary>
    public string SlowRate { get; set; } = "85%";

    /// <summary>The provider's speech recognition model. Default: <c>default</c>, the one that knows Canadian French for certain.</summary>
    public string SpeechModel { get; set; } = "default";
}
