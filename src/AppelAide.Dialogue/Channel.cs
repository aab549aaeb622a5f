namespace AppelAide.Dialogue;

/// <summary>The two mouths of one dialogue.</summary>
public enum Channel
{
    /// <summary>A telephone call: spoken prompts, keys, speech, silence.</summary>
    Voice,

    /// <summary>A conversation by text message.</summary>
    Sms,
}
