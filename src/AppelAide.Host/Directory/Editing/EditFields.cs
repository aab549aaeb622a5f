using System.Collections.Immutable;
using AppelAide.Host.Directory.Hsds;

namespace AppelAide.Host.Directory.Editing;

/// <summary>Which fields of a record staff edit, and under which name the record keeps each.</summary>
internal static class EditFields
{
    /// <summary>What a box says that is checked.</summary>
    public const string Checked = "yes";

    private const string French = "_fr";

    /// <summary>Those of a service.</summary>
    public static ImmutableArray<string> Service { get; } =
    [
        "name_fr", "name_en", "description_fr", "description_en", "status", "alert_fr", "alert_en", "eligibility_description_fr", "eligibility_description_en",
        "minimum_age", "maximum_age", "email", "url",
    ];

    /// <summary>Those of an organization.</summary>
    public static ImmutableArray<string> Organization { get; } = ["name", "description_fr", "description_en", "email", "website"];

    /// <summary>Those of a telephone. Without a number, there is none.</summary>
    public static ImmutableArray<string> Phone { get; } = ["number", "extension", "type", "description"];

    /// <summary>Those of hours. Without words, there are none.</summary>
    public static ImmutableArray<string> Hours { get; } = ["hours", "valid_from", "valid_to"];

    /// <summary>Those of something to bring. Without words, there is nothing.</summary>
    public static ImmutableArray<string> Bring { get; } = ["document_fr", "document_en"];

    /// <summary>The languages that any service may be given in; one that has others has a box for each of them too.</summary>
    public static ImmutableArray<string> Languages { get; } = ["fr", "en", "es", "mic"];

    /// <summary>That of a row that can be taken away only.</summary>
    public static ImmutableArray<string> Rule { get; } = ["remove"];

    /// <summary>What a form's field says of a record.</summary>
    public static string Read(HsdsRecord record, string field) => (record.Table, field, record[NameIn(record, field)]) switch
    {
        // 418 555-0137, as people write it and the line reads it.
        ("phone", "number", ['+', '1', .. { Length: 10 } own]) when own.All(char.IsAsciiDigit) => $"{own[..3]} {own[3..6]}-{own[6..]}",
        var (_, _, text) => text.ReplaceLineEndings("\n"),
    };

    /// <summary>The record with what a form's field says.</summary>
    public static HsdsRecord Write(HsdsRecord record, string field, string value) => record.With(NameIn(record, field), value);

    // The standard has one field for all languages, and the line reads it as French unless the publisher has one for French.
    private static string NameIn(HsdsRecord record, string field) =>
        field.EndsWith(French, StringComparison.Ordinal) && record[field].Length == 0 ? field[..^French.Length] : field;
}
