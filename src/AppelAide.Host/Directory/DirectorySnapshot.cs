using System.Collections.Frozen;
using System.Collections.Immutable;
using AppelAide.Host.Consultations;
using AppelAide.Host.Directory.Places;
using AppelAide.Host.Trainings;

namespace AppelAide.Host.Directory;

/// <summary>The whole directory as it was at one version: immutable, shared by all conversations, replaced whole.</summary>
internal sealed class DirectorySnapshot
{
    public DirectorySnapshot(
        long version,
        ImmutableArray<Place> places,
        ImmutableArray<Service> services,
        ImmutableArray<TrainingSession> sessions,
        ImmutableArray<Consultation> consultations)
    {
        Version = version;
        Places = new(places);
        Finder = new(places);
        ServicesByNeed = services
            .SelectMany(service => service.Needs.Select(need => (need, service)))
            .GroupBy(pair => pair.need, pair => pair.service)
            .ToFrozenDictionary(group => group.Key, group => group.ToImmutableArray());
        Sessions = [.. sessions.OrderBy(session => session.Date).ThenBy(session => session.StartsAt).ThenBy(session => session.Id, StringComparer.Ordinal)];
        SessionsById = sessions.ToFrozenDictionary(session => session.Id);
        Consultations = [.. consultations.OrderBy(consultation => consultation.ClosesOn).ThenBy(consultation => consultation.Id, StringComparer.Ordinal)];
    }

    /// <summary>Nothing is known yet.</summary>
    public static DirectorySnapshot Empty { get; } = new(-1, [], [], [], []);

    /// <summary>The number in <c>directory_version</c> when it was loaded.</summary>
    public long Version { get; }

    public PlaceTree Places { get; }

    public PlaceFinder Finder { get; }

    public FrozenDictionary<string, ImmutableArray<Service>> ServicesByNeed { get; }

    /// <summary>Planned sessions, past ones included, in order of time.</summary>
    public ImmutableArray<TrainingSession> Sessions { get; }

    public FrozenDictionary<string, TrainingSession> SessionsById { get; }

    /// <summary>The sessions as citizens are told of them.</summary>
    public RankedTrainings Ranked { get; } = new();

    /// <summary>All consultations, the first to close first.</summary>
    public ImmutableArray<Consultation> Consultations { get; }
}
