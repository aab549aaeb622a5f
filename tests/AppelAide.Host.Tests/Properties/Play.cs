using System.Collections.Immutable;
using AppelAide.Dialogue;

namespace AppelAide.Host.Tests.Properties;

/// <summary>A conversation that could happen, in the notation of the golden files.</summary>
/// <param name="Channel">Call or text.</param>
/// <param name="Language">The caller's language.</param>
/// <param name="Open">Whether it is in office hours.</param>
/// <param name="Transfer">Whether a person can be put through.</param>
/// <param name="FrenchFirst">Whether the line is a public body's.</param>
/// <param name="Known">Whether the line knows where the caller lives.</param>
/// <param name="World">What the directory answers depends on this number.</param>
/// <param name="Acts">What the citizen does: keys, <c>"words"</c>, <c>(silence)</c>…; a text as it is.</param>
public sealed record Play(
    Channel Channel, string Language, bool Open, bool Transfer, bool FrenchFirst, bool Known, int World, ImmutableArray<string> Acts)
{
    /// <summary>Simpler conversations: shorter ones first, then plainer ones.</summary>
    public IEnumerable<Play> Simpler()
    {
        for (var size = Acts.Length; size > 0; size /= 2)
            for (var at = 0; at + size <= Acts.Length; at += size)
                yield return this with { Acts = Acts.RemoveRange(at, size) };
        if (FrenchFirst) yield return this with { FrenchFirst = false };
        if (Transfer) yield return this with { Transfer = false };
        if (Known) yield return this with { Known = false };
        if (World != 0) yield return this with { World = 0 };
        for (var at = 0; at < Acts.Length; at++)
            if (Acts[at].Length > 12 && Acts[at][0] != '(') yield return this with { Acts = Acts.SetItem(at, Acts[at][0] == '"' ? $"\"{Acts[at][1..(Acts[at].Length / 2)]}\"" : Acts[at][..(Acts[at].Length / 2)]) };
    }

    /// <summary>As a golden file begins.</summary>
    public override string ToString() =>
        $"{Channel}, {Language}, {(Open ? "open" : "closed")}, transfer {Transfer}, French first {FrenchFirst}, known {Known}, world {World}\n> {string.Join("\n> ", Acts)}";
}
