using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using AppelAide.Dialogue.Definition;
using AppelAide.Dialogue.Engine;
using AppelAide.Host.Conversations;

namespace AppelAide.Host.Trainings.Registrations;

/// <summary>
/// <c>registrations.mine</c>: what this telephone is registered for, one at a time. A number of three digits in <c>text</c> (ANNULER 472) is meant
/// when it is one of theirs; <c>named</c> says so, <c>unknown</c> that it is none of theirs.
/// </summary>
internal sealed partial class RegistrationsMineLookup(RegistrationReader reader, RegistrationFields fields) : ILookup
{
    /// <inheritdoc/>
    public QuestionSignature Signature { get; } = new(
        QuestionKind.Lookup,
        "registrations.mine",
        ["text", "skip"],
        RegistrationFields.Examples.AddRange(new Dictionary<string, string> { ["count"] = "12", ["more"] = "yes", ["named"] = "yes", ["unknown"] = "472" }));

    /// <inheritdoc/>
    public ImmutableDictionary<string, string> Answer(Question question, CallerContext caller)
    {
        var mine = reader.Of(caller.CallerId, caller.Now);
        var count = ImmutableDictionary<string, string>.Empty.Add("count", mine.Count.ToString(CultureInfo.InvariantCulture));
        var codes = Code().Matches(question["text"]).Select(match => match.Value).ToList();
        if (mine.Find(row => codes.Contains(row.Code)) is { } named) return count.AddRange(fields.Of(named)).Add("named", "yes");
        if (codes is [var unknown, ..]) count = count.Add("unknown", unknown);
        var skip = int.TryParse(question["skip"], NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given : 0;
        return skip >= mine.Count ? count : count.AddRange(fields.Of(mine[skip])).Add("more", skip + 1 < mine.Count ? "yes" : "");
    }

    [GeneratedRegex(@"\b\d{3}\b")]
    private static partial Regex Code();
}
