using System.Collections.Immutable;

namespace AppelAide.Host.Sheets;

/// <summary>What citizens call a fact sheet besides its title.</summary>
/// <param name="Fr">In French.</param>
/// <param name="En">In English.</param>
internal sealed record FactSheetWords(ImmutableArray<string> Fr, ImmutableArray<string> En)
{
    /// <summary>All of them: they are understood whatever the language chosen.</summary>
    public IEnumerable<string> All => Fr.Concat(En);
}
