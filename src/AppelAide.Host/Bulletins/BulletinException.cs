namespace AppelAide.Host.Bulletins;

/// <summary>Something that staff asked for cannot be done; each mistake is a sentence for them.</summary>
internal sealed class BulletinException(params IReadOnlyList<string> mistakes) : Exception(string.Join(' ', mistakes))
{
    /// <summary>One sentence each.</summary>
    public IReadOnlyList<string> Mistakes { get; } = mistakes;
}
