namespace AppelAide.Host.Bulletins;

/// <summary>Something that staff asked for cannot be done.</summary>
internal sealed class BulletinException(params IReadOnlyList<BulletinMistake> told) : Exception(string.Join(' ', told.Select(mistake => mistake.English)))
{
    /// <summary>As <see cref="BulletinException(IReadOnlyList{BulletinMistake})"/>, for one mistake.</summary>
    public BulletinException(string french, string english)
        : this(new BulletinMistake(french, english))
    {
    }

    /// <summary>What is wrong, in both languages.</summary>
    public IReadOnlyList<BulletinMistake> Told { get; } = told;

    /// <summary>One sentence each, for the command line.</summary>
    public IReadOnlyList<string> Mistakes => [.. Told.Select(mistake => mistake.English)];
}
