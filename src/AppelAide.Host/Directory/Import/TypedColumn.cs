using System.Data;
using AppelAide.Host.Directory.Hsds;
using AppelAide.Host.Persistence;

namespace AppelAide.Host.Directory.Import;

/// <summary>A column that the line reads, and how it is had from a publisher's record.</summary>
/// <param name="Name">The column.</param>
/// <param name="Type">Its type.</param>
/// <param name="Fill">Gives a statement the value.</param>
internal sealed record TypedColumn(string Name, DbType Type, Action<HotCommand, HsdsRecord> Fill)
{
    /// <summary>A text of at most so many characters; what is longer is cut, NUL characters go, and the record keeps it whole.</summary>
    public static TypedColumn Text(string name, int longest, Func<HsdsRecord, string> value) =>
        new(name, DbType.String, (command, record) => command.Add(Cut(WithoutNul(value(record)), longest)));

    /// <summary>The text of a field, under its own name unless another is given.</summary>
    public static TypedColumn Text(string name, int longest, string? field = null) => Text(name, longest, record => record[field ?? name]);

    /// <summary>The identifier of another record; null when there is none.</summary>
    public static TypedColumn Link(string name, string? field = null) =>
        new(name, DbType.String, (command, record) => command.Add(record[field ?? name] is { Length: > 0 } id ? id : null));

    /// <summary>A local date, yyyy-MM-dd; null when it is none.</summary>
    public static TypedColumn Date(string name, string field) =>
        new(name, DbType.String, (command, record) => command.Add(record[field] is { Length: >= 10 } text && DateOnly.TryParseExact(text[..10], "yyyy-MM-dd", out _) ? text[..10] : null));

    /// <summary>A number with a fraction; null when it is none.</summary>
    public static TypedColumn Number(string name, Func<HsdsRecord, double?> value) =>
        new(name, DbType.Double, (command, record) => command.Add(value(record)));

    /// <summary>A whole number; null when it is none.</summary>
    public static TypedColumn Whole(string name, Func<HsdsRecord, long?> value) =>
        new(name, DbType.Int64, (command, record) => command.Add(value(record)));

    /// <summary>Yes or no.</summary>
    public static TypedColumn Flag(string name, Func<HsdsRecord, bool> value) =>
        new(name, DbType.Boolean, (command, record) => command.Add(value(record)));

    /// <summary>Yes, no, or null when not known.</summary>
    public static TypedColumn FlagOrNone(string name, Func<HsdsRecord, bool?> value) =>
        new(name, DbType.Int64, (command, record) => command.Add(value(record) is { } flag ? flag ? 1L : 0L : null));

    /// <summary>The parameter that stands for it, as <see cref="SqlDialect.Upsert"/> names it.</summary>
    public string Parameter => "@" + string.Concat(Name.Split('_').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));

    // What meets one ends the text there or does not, each as it likes: SQLite's functions do, SQL Server's do not.
    private static string WithoutNul(string text) => text.Replace("\0", "", StringComparison.Ordinal);

    // A pair of UTF-16 units is one character: it is not cut in two.
    private static string Cut(string text, int longest) =>
        text.Length <= longest ? text : text[..(char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest)];
}
