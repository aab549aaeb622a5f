using System.Collections.Immutable;
using System.Data.Common;
using AppelAide.Dialogue.Definition;
using AppelAide.Host.Consultations;
using AppelAide.Host.Directory.Loading;
using AppelAide.Host.Directory.Needs;
using AppelAide.Host.Directory.Places;
using AppelAide.Host.Directory.Places.Register;
using AppelAide.Host.Persistence;
using AppelAide.Host.Sheets;
using AppelAide.Host.Trainings;
using Dapper;

namespace AppelAide.Host.Directory;

/// <summary>Loads the directory whole.</summary>
internal static class DirectoryStore
{
    private const string Version = "SELECT version FROM directory_version";

    private const string Advance = "UPDATE directory_version SET version = version + 1";

    /// <summary>The directory's version.</summary>
    public static long ReadVersion(DbConnection connection) => connection.QuerySingle<long>(Version);

    /// <summary>Says that the directory changes in this transaction: every host then loads it anew.</summary>
    public static void Changed(WriteScope scope) => scope.Execute(Advance);

    /// <summary>Everything, for the needs of a script.</summary>
    public static DirectorySnapshot Load(DbConnection connection, Script script)
    {
        var version = ReadVersion(connection);
        var places = PlaceRegisterStore.Read(connection).Select(row => row.ToPlace()).ToImmutableArray();
        var tree = new PlaceTree(places);
        var finder = new PlaceFinder(tree.All);
        var locations = new LocationReader(tree, finder).Read(connection);
        return new(
            version,
            NeedTaxonomy.Of(script),
            tree,
            finder,
            ServiceLoader.Load(connection, locations, tree, new(tree, finder), new(script)),
            CalendarStore.Load(connection, locations, tree),
            ConsultationStore.Load(connection))
        {
            Sheets = new(FactSheetStore.Load(connection)),
        };
    }
}
