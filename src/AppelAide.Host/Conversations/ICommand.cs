using System.Collections.Immutable;
using AppelAide.Dialogue.Definition;
using AppelAide.Dialogue.Engine;
using AppelAide.Host.Persistence;

namespace AppelAide.Host.Conversations;

/// <summary>Carries out one named command of the dialogue, inside the turn's transaction.</summary>
internal interface ICommand
{
    /// <summary>Its name, arguments and fields; the dialogue checker refuses any other.</summary>
    QuestionSignature Signature { get; }

    /// <summary>Does it and answers. It may be run again when the transaction is retried, so it touches nothing but the scope.</summary>
    ImmutableDictionary<string, string> Execute(Question question, CallerContext caller, WriteScope scope);
}
