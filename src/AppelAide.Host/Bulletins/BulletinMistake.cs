namespace AppelAide.Host.Bulletins;

/// <summary>Why something that staff asked for cannot be done, a sentence in each language.</summary>
internal sealed record BulletinMistake(string French, string English)
{
    /// <summary>The field it is about: <c>topic</c>, <c>places</c>, <c>fr</c> or <c>en</c>; empty for none.</summary>
    public string Field { get; init; } = "";
}
