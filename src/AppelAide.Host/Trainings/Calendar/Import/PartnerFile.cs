using System.Collections.Immutable;

namespace AppelAide.Host.Trainings.Calendar.Import;

/// <summary>What a partner's file holds.</summary>
/// <param name="Trainings">Its trainings.</param>
/// <param name="Unreadable">The names of those that have a defect: nothing may be concluded from their absence.</param>
/// <param name="IsWhole">Whether all of it was read.</param>
internal sealed record PartnerFile(ImmutableArray<PartnerTraining> Trainings, ImmutableHashSet<string> Unreadable, bool IsWhole)
{
    /// <summary>A file of which nothing can be relied on.</summary>
    public static PartnerFile Unread { get; } = new([], [], false);
}
