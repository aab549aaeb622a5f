using AppelAide.Host.Directory;
using AppelAide.Host.Directory.Places.Register;

namespace AppelAide.Host.Tests.Directory.Places.Register;

/// <summary>Rows of the table of places.</summary>
internal static class SomeKnownPlaces
{
    /// <summary>A row as the directory reads it.</summary>
    public static Place ToPlace(KnownPlace row) => new(
        row.Id, row.Name, row.Kind, row.ParentId ?? "", row.Mrc, row.Region, row.Latitude, row.Longitude, row.TimeZone, Split(row.PostalCodes), Split(row.Aliases), row.Population)
    {
        Designation = row.Designation,
        MergedInto = row.MergedInto ?? "",
        IsRetired = row.State == KnownPlace.Retired,
    };

    private static System.Collections.Immutable.ImmutableArray<string> Split(string list) => [.. list.Split(';', StringSplitOptions.RemoveEmptyEntries)];
}
