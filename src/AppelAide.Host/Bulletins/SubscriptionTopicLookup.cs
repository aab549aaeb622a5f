using System.Collections.Immutable;
using AppelAide.Dialogue;
using AppelAide.Dialogue.Definition;
using AppelAide.Dialogue.Engine;
using AppelAide.Host.Conversations;
using AppelAide.Host.Scripts;

namespace AppelAide.Host.Bulletins;

/// <summary>
/// <c>subscription.topic</c>: what words ask to be told of. <c>rest</c> is what they say besides, in which a place may be looked for:
/// "nouvelles" is also almost a municipality.
/// </summary>
/// <param name="scripts">The words; asked late, because the scripts are checked against this very look-up.</param>
internal sealed class SubscriptionTopicLookup(Lazy<ScriptLibrary> scripts) : ILookup
{
    /// <inheritdoc/>
    public QuestionSignature Signature { get; } = new(
        QuestionKind.Lookup,
        "subscription.topic",
        ["text"],
        new Dictionary<string, string>
        {
            ["topic"] = "papers",
            ["label.fr"] = "Papiers et gouvernement",
            ["label.en"] = "Papers and government",
            ["rest"] = "Sainte-Anne-des-Monts",
        }.ToImmutableDictionary());

    /// <inheritdoc/>
    public ImmutableDictionary<string, string> Answer(Question question, CallerContext caller)
    {
        var topics = Topics.Of(scripts.Value.Live);
        var (topic, rest) = topics.Read(question["text"]);
        var fields = ImmutableDictionary<string, string>.Empty.Add("topic", topic).Add("rest", rest);
        return fields.AddRange(Languages.All.Select(language => KeyValuePair.Create($"label.{language}", topics.Label(topic, language))));
    }
}
