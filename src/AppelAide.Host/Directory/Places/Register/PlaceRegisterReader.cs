using System.Globalization;
using System.Text;
using CsvHelper;

namespace AppelAide.Host.Directory.Places.Register;

/// <summary>
/// Reads the <i>Répertoire des municipalités du Québec</i> as Données Québec publishes it: CSV with a header, UTF-8 or Windows-1252, commas or
/// semicolons. <c>latitude</c> and <c>longitude</c> may be added to it. Every defect is noted with its row and column.
/// https://www.donneesquebec.ca/recherche/dataset/repertoire-des-municipalites-du-quebec
/// </summary>
internal sealed class PlaceRegisterReader(string path, PlaceDefects defects)
{
    private const int CodeLength = 5;
    private const int LongestName = 200;
    private const long LargestFile = 64 << 20;

    // What the register calls a territory that was made before it was named.
    private const string NotNamedYet = "Toponyme à venir";

    private static readonly string[] Required = ["mcode", "munnom", "mdes", "regadm", "mrc", "divrec"];

    private readonly string file = Path.GetFileName(path);

    /// <summary>The register; not to be used when there are defects.</summary>
    public PlaceRegister Read()
    {
        var (rows, skipped) = (new List<PlaceRegisterRow>(), new List<string>());
        try
        {
            if (Text() is { } text)
                ReadRows(text, rows, skipped);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or CsvFormatException)
        {
            defects.Add(file, 0, "", $"cannot be read: {e.Message}");
        }

        return new(PlaceTerritories.Settle(rows), [.. skipped]);
    }

    private void ReadRows(string text, List<PlaceRegisterRow> rows, List<string> skipped)
    {
        using var reader = CsvReader.FromText(text, new CsvReaderOptions
        {
            Separator = SeparatorOf(text),
            TrackLineNumbers = true,
            OnMalformedRecord = record => defects.Add(
                file, (int)record.LineNumber, "", record.Reason == CsvMalformedReason.UnterminatedQuote ? "a quote is never closed" : "a quote is out of place"),
        });
        reader.ReadHeader();
        string[] header = [.. reader.Headers];
        foreach (var missing in Required.Except(header))
            defects.Add(file, 1, missing, "is not in the header");
        if (Required.Except(header).Any())
            return;

        var codes = new HashSet<string>();
        while (reader.Read())
        {
            var line = (int)reader.LineNumber;
            if (reader.FieldCount != header.Length)
            {
                defects.Add(file, line, "", $"there are {reader.FieldCount} fields where the header has {header.Length}");
                continue;
            }

            var row = Row(line, field => Array.IndexOf(header, field) is >= 0 and var column ? reader.GetString(column).Trim() : "");
            if (row.Name.StartsWith(NotNamedYet, StringComparison.OrdinalIgnoreCase))
                skipped.Add($"{row.Code} has no name yet");
            else if (!codes.Add(row.Code))
                defects.Add(file, line, "mcode", $"\"{row.Code}\" is there twice");
            else
                rows.Add(row);
        }

        if (rows.Count == 0)
            defects.Add(file, 0, "", "holds no place");
    }

    private PlaceRegisterRow Row(int line, Func<string, string> field)
    {
        return new()
        {
            Line = line,
            Code = Code(),
            Name = Name("munnom", isRequired: true),
            Designation = PlaceDesignation.Of(field("mcodedesi"), Name("mdes", isRequired: true)),
            Mrc = Unnumbered(Name("mrc", isRequired: false)),
            Division = Unnumbered(Name("divrec", isRequired: false)),
            Region = Unnumbered(Name("regadm", isRequired: true)),
            PostalCode = PostalCode(),
            Population = Population(),
            Position = Position(),
        };

        string Code()
        {
            var code = field("mcode");
            if (code.Length != CodeLength || code.AsSpan().ContainsAnyExceptInRange('0', '9'))
                Wrong("mcode", $"\"{Short(code)}\" is not five digits");
            return code;
        }

        string Name(string column, bool isRequired)
        {
            var text = field(column);
            if (text.Length == 0 && isRequired)
                Wrong(column, "is empty");
            else if (text.Length > LongestName)
                Wrong(column, $"is longer than {LongestName} characters");
            else if (text.AsSpan().ContainsAny(';', '\uFFFD') || text.Any(char.IsControl))
                Wrong(column, $"\"{text}\" has a character that no name has");
            return text;
        }

        // Telephones of 0000000000 and missing town halls are how the register says that there is none: such places are places all the same.
        string PostalCode()
        {
            var code = field("mcodpos").Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();
            if (code.Length > 0 && !(code.Length == 6 && Enumerable.Range(0, 6).All(i => i % 2 == 0 ? char.IsAsciiLetterUpper(code[i]) : char.IsAsciiDigit(code[i]))))
                Wrong("mcodpos", $"\"{Short(code)}\" is not a postal code");
            return code;
        }

        int? Population()
        {
            var text = field("mpopul");
            if (text.Length == 0)
                return null;
            if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var people))
                return people;
            Wrong("mpopul", $"\"{Short(text)}\" is not a number of people");
            return null;
        }

        GeoPoint? Position()
        {
            var (latitude, longitude) = (field("latitude"), field("longitude"));
            if (latitude.Length + longitude.Length == 0)
                return null;
            return Degrees("latitude", latitude, 44, 63) is { } north && Degrees("longitude", longitude, -80, -57) is { } east ? new(north, east) : null;
        }

        double? Degrees(string column, string text, double least, double most)
        {
            if (double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var degrees)
                && degrees >= least && degrees <= most)
                return degrees;
            Wrong(column, string.Create(CultureInfo.InvariantCulture, $"\"{Short(text)}\" is not a number from {least} to {most}"));
            return null;
        }

        void Wrong(string column, string problem) => defects.Add(file, line, column, problem);
    }

    /// <summary><c>MRC Brome-Missisquoi (460)</c> is <c>Brome-Missisquoi</c>, <c>Estrie (05)</c> is <c>Estrie</c>.</summary>
    private static string Unnumbered(string text)
    {
        const string mrc = "MRC ";
        if (text.EndsWith(')') && text.LastIndexOf('(') is > 0 and var open && !text.AsSpan(open + 1, text.Length - open - 2).ContainsAnyExceptInRange('0', '9'))
            text = text[..open].TrimEnd();
        return text.StartsWith(mrc, StringComparison.Ordinal) ? text[mrc.Length..].TrimStart() : text;
    }

    private string? Text()
    {
        var info = new FileInfo(path);
        if (!info.Exists)
            defects.Add(file, 0, "", "is missing");
        else if (info.Length > LargestFile)
            defects.Add(file, 0, "", $"is larger than {LargestFile >> 20} MB: it is no register of municipalities");
        else
            return Decode(File.ReadAllBytes(path));
        return null;
    }

    private static string Decode(byte[] bytes)
    {
        var content = bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? bytes.AsSpan(Encoding.UTF8.Preamble.Length) : bytes;
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(content);
        }
        catch (DecoderFallbackException)
        {
            // A spreadsheet saved it: Excel writes the code page of Windows.
            return CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetString(content);
        }
    }

    private static char SeparatorOf(string text)
    {
        var header = text.AsSpan(0, text.AsSpan().IndexOfAny('\r', '\n') is >= 0 and var end ? end : text.Length);
        return header.Count(';') > header.Count(',') ? ';' : ',';
    }

    private static string Short(string text) => text.Length > 40 ? text[..40] + "…" : text;
}
