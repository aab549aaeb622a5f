using System.Collections.Immutable;
using CsvHelper;

namespace AppelAide.Host.Directory.Hsds.Files;

/// <summary>The rows of a CSV file with a header, one at a time. What is wrong with its layout is told.</summary>
internal sealed class CsvRows : IDisposable
{
    /// <summary>The longest row, in bytes: some fields may be long, not all.</summary>
    private const int LongestRow = 4 * FieldGuardStream.Most;

    private readonly CsvReader reader;
    private readonly DefectList defects;

    private CsvRows(DirectoryFile file, DefectList defects)
    {
        (Name, this.defects) = (file.Name, defects);
        var text = new Utf8Stream(file.Open(), line => defects.Add(
            DefectKind.Encoding,
            new(Name, line, "", "there are letters that are not UTF-8; they were read as Windows-1252", false)));
        reader = CsvReader.Create(new FieldGuardStream(text, Name), new CsvReaderOptions
        {
            MaxRecordSize = LongestRow,
            TrackLineNumbers = true,
            OnMalformedRecord = record => defects.Add(DefectKind.Layout, new(Name, record.LineNumber, "", Told(record.Reason), false)),
        });
        reader.ReadHeader();
        Header = [.. reader.Headers.Select(name => name.Trim())];
    }

    /// <summary>The file's name.</summary>
    public string Name { get; }

    /// <summary>The names of the columns, without the blanks around them.</summary>
    public ImmutableArray<string> Header { get; }

    /// <summary>The line where the row starts, the header being 1.</summary>
    public long Row => reader.LineNumber;

    /// <exception cref="DirectoryFileException">It cannot be read.</exception>
    public static CsvRows Open(DirectoryFile file, DefectList defects) => Guarded(file.Name, () => new CsvRows(file, defects));

    /// <summary>A field; empty past the end of a short row.</summary>
    public string this[int column] => column < reader.FieldCount ? reader.GetString(column) : "";

    /// <summary>Goes to the next row that has as many fields as the header, or fewer, or empty ones too many.</summary>
    /// <exception cref="DirectoryFileException">It cannot be read.</exception>
    public bool Read()
    {
        while (Guarded(Name, reader.Read))
        {
            var count = reader.FieldCount;
            if (count == Header.Length)
                return true;
            var more = Enumerable.Range(Header.Length, Math.Max(0, count - Header.Length)).Any(column => reader.GetRawSpan(column).Length > 0);
            if (count < Header.Length || more)
                defects.Add(DefectKind.Layout, new(Name, Row, "", $"there are {count} fields where the header has {Header.Length}", more));
            // A comma too many has shifted what comes after it: nobody can tell what is what.
            if (!more)
                return true;
        }

        return false;
    }

    public void Dispose() => reader.Dispose();

    private static T Guarded<T>(string file, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (CsvFormatException error)
        {
            throw new DirectoryFileException($"{file} has a row of more than {LongestRow >> 20} MB near row {error.LineNumber}: it is no list of services.", error);
        }
    }

    private static string Told(CsvMalformedReason reason) => reason switch
    {
        CsvMalformedReason.UnterminatedQuote => "a quote is never closed, and swallows what comes after it",
        CsvMalformedReason.TextAfterClosingQuote => "there is text after a closing quote",
        _ => "a quote is out of place",
    };
}
