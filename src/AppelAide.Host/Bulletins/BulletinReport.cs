using System.Collections.Immutable;

namespace AppelAide.Host.Bulletins;

/// <summary>All that staff see of a bulletin.</summary>
/// <param name="Bulletin">The bulletin.</param>
/// <param name="Texts">Both texts as they arrive.</param>
/// <param name="Audience">Who would get it if it were planned now; empty for one that is planned or cancelled.</param>
/// <param name="Cost">An estimate for that audience, in the currency of the account.</param>
/// <param name="Progress">What became of its messages.</param>
internal sealed record BulletinReport(
    Bulletin Bulletin,
    ImmutableArray<BulletinText> Texts,
    ImmutableArray<BulletinAudience> Audience,
    decimal Cost,
    ImmutableArray<BulletinProgress> Progress)
{
    /// <summary>How many people would get it.</summary>
    public int People => Audience.Sum(group => group.People);
}
