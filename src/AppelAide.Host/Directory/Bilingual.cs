using System.Collections.Immutable;

namespace AppelAide.Host.Directory;

/// <summary>Words in both languages of the line. One that is missing is said in the other: better that than silence.</summary>
internal readonly record struct Bilingual
{
    public Bilingual(string? fr, string? en)
    {
        Fr = string.IsNullOrWhiteSpace(fr) ? en?.Trim() ?? "" : fr.Trim();
        En = string.IsNullOrWhiteSpace(en) ? Fr : en.Trim();
    }

    public string Fr { get; }

    public string En { get; }

    public static Bilingual Empty { get; } = new("", "");

    /// <summary>Writes <c>name.fr</c> and <c>name.en</c>, as dialogue fields are named.</summary>
    public void WriteTo(ImmutableDictionary<string, string>.Builder fields, string name)
    {
        fields[name + ".fr"] = Fr;
        fields[name + ".en"] = En;
    }
}
