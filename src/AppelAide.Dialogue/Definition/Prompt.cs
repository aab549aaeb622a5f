using System.Collections.Frozen;

namespace AppelAide.Dialogue.Definition;

/// <summary>Something that the line says, in each language and for both channels.</summary>
public sealed class Prompt
{
    private readonly FrozenDictionary<(string Language, Channel Channel), PromptText> texts;

    /// <summary>A prompt with the texts that were written for it.</summary>
    public Prompt(string id, SourceLine source, IReadOnlyDictionary<(string Language, Channel Channel), PromptText> texts)
    {
        Id = id;
        Source = source;
        this.texts = texts.ToFrozenDictionary();
    }

    /// <summary>Its name, for example <c>formations.offre</c>.</summary>
    public string Id { get; }

    /// <summary>Where it is written.</summary>
    public SourceLine Source { get; }

    /// <summary>The text for a language and a channel; null when nobody wrote one (the checker refuses that).</summary>
    public PromptText? For(string language, Channel channel) => texts.GetValueOrDefault((language, channel));
}
