using System.Collections.Immutable;
using AppelAide.Dialogue.Definition;
using AppelAide.Dialogue.Engine;
using AppelAide.Host.Conversations;

namespace AppelAide.Host.Trainings.Messages;

/// <summary><c>partner.tomorrow</c>: what the partner whose telephone it is gives the next day, and how many are registered.</summary>
internal sealed class PartnerTomorrowLookup(PartnerStore partners) : ILookup
{
    /// <inheritdoc/>
    public QuestionSignature Signature { get; } = new(
        QuestionKind.Lookup,
        "partner.tomorrow",
        [],
        new Dictionary<string, string> { ["date"] = "2026-12-23", ["count"] = "2", ["list"] = "13h30 Ma tablette, pas à pas: 6/8, 19h Le budget de la maison: 10/12" }.ToImmutableDictionary());

    /// <inheritdoc/>
    public ImmutableDictionary<string, string> Answer(Question question, CallerContext caller) =>
        partners.Of(caller.CallerId) is { } organization ? partners.Day(organization, DateOnly.FromDateTime(caller.Now.DateTime).AddDays(1)) : ImmutableDictionary<string, string>.Empty;
}
