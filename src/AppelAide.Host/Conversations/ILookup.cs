using System.Collections.Immutable;
using AppelAide.Dialogue.Definition;
using AppelAide.Dialogue.Engine;

namespace AppelAide.Host.Conversations;

/// <summary>Answers one named question of the dialogue without changing anything.</summary>
internal interface ILookup
{
    /// <summary>Its name, arguments and fields; the dialogue checker refuses any other.</summary>
    QuestionSignature Signature { get; }

    /// <summary>The answer's fields. Every field of the signature may be absent, which means the empty string.</summary>
    ImmutableDictionary<string, string> Answer(Question question, CallerContext caller);
}
