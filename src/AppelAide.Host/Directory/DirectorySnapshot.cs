using System.Collections.Frozen;
using System.Collections.Immutable;
using AppelAide.Host.Consultations;
using AppelAide.Host.Directory.Needs;
using AppelAide.Host.Directory.Places;
using AppelAide.Host.Directory.Search;
using AppelAide.Host.Sheets;
using AppelAide.Host.Trainings;
using AppelAide.Host.Trainings.Search;

namespace AppelAide.Host.Directory;

/// <summary>The whole directory as it was at one version: immutable, shared by all conversations, replaced whole.</summary>
internal sealed class DirectorySnapshot
{
    public DirectorySnapshot(
        long version,
        NeedTaxonomy taxonomy,
        PlaceTree places,
        PlaceFinder finder,
        ImmutableArray<Service> services,
        ImmutableArray<TrainingSession> sessions,
        ImmutableArray<Consultation> consultations)
    {
        Version = version;
        Taxonomy = taxonomy;
        Places = places;
        Finder = finder;
        AllServices = services;
        Services = new(services, places, taxonomy.ParentOf, taxonomy.IsNarrow);
        AllSessions = [.. sessions.OrderBy(session => session.Start).ThenBy(session => session.Id, StringComparer.Ordinal)];
        Sessions = [.. AllSessions.Where(session => !session.IsCancelled)];
        SessionsById = sessions.ToFrozenDictionary(session => session.Id);
        Consultations = [.. consultations.OrderBy(consultation => consultation.ClosesOn).ThenBy(consultation => consultation.Id, StringComparer.Ordinal)];
    }

    /// <summary>Nothing is known yet.</summary>
    public static DirectorySnapshot Empty { get; } = new(-1, NeedTaxonomy.Empty, new([]), new([]), [], [], []);

    /// <summary>The number in <c>directory_version</c> when it was loaded.</summary>
    public long Version { get; }

    /// <summary>The needs of the scripts that it was loaded for.</summary>
    public NeedTaxonomy Taxonomy { get; }

    public PlaceTree Places { get; }

    public PlaceFinder Finder { get; }

    /// <summary>Every service, also those that answer no need that can be named.</summary>
    public ImmutableArray<Service> AllServices { get; }

    /// <summary>Who can help, and where.</summary>
    public ServiceIndex Services { get; }

    /// <summary>Planned sessions, past ones included, in order of time.</summary>
    public ImmutableArray<TrainingSession> Sessions { get; }

    /// <summary>Every session, cancelled ones too, in order of time.</summary>
    public ImmutableArray<TrainingSession> AllSessions { get; }

    /// <summary>Every session, cancelled ones too.</summary>
    public FrozenDictionary<string, TrainingSession> SessionsById { get; }

    /// <summary>The sessions as citizens are told of them.</summary>
    public RankedTrainings Ranked { get; } = new();

    /// <summary>All consultations, the first to close first.</summary>
    public ImmutableArray<Consultation> Consultations { get; }

    /// <summary>The fact sheets.</summary>
    public FactSheets Sheets { get; init; } = FactSheets.None;
}
