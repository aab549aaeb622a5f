using System.Collections.Immutable;
using CsvHelper;

namespace AppelAide.Host.Directory.Places.Register;

/// <summary>Reads a list of mergers: CSV with the columns <c>old</c> and <c>new</c>, codes of municipalities.</summary>
internal static class PlaceMergerReader
{
    /// <summary>The mergers of a file; what is wrong with it goes to the defects.</summary>
    public static ImmutableArray<PlaceMerger> Read(string path, PlaceDefects defects)
    {
        var file = Path.GetFileName(path);
        var mergers = ImmutableArray.CreateBuilder<PlaceMerger>();
        try
        {
            using var reader = CsvReader.FromFile(path, new CsvReaderOptions { Separator = ',', TrackLineNumbers = true });
            reader.ReadHeader();
            string[] header = [.. reader.Headers];
            var (old, current) = (Array.IndexOf(header, "old"), Array.IndexOf(header, "new"));
            if (old < 0 || current < 0)
            {
                defects.Add(file, 1, old < 0 ? "old" : "new", "is not in the header");
                return [];
            }

            while (reader.Read())
            {
                var line = (int)reader.LineNumber;
                string Field(int column) => column < reader.FieldCount ? reader.GetString(column).Trim() : "";
                if (Field(old).Length == 0 || Field(current).Length == 0)
                    defects.Add(file, line, Field(old).Length == 0 ? "old" : "new", "is empty");
                else
                    mergers.Add(new(Field(old), Field(current), file, line));
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or CsvFormatException)
        {
            defects.Add(file, 0, "", $"cannot be read: {e.Message}");
        }

        return mergers.ToImmutable();
    }
}
