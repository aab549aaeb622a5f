using System.Collections.Immutable;
using System.Data.Common;
using System.Globalization;
using AppelAide.Host.Persistence;
using Dapper;

namespace AppelAide.Host.Sheets;

/// <summary>Fact sheets in the database.</summary>
internal static class FactSheetStore
{
    private const string Sheets = """
        SELECT id, needs, title_fr, title_en, words_fr, words_en, summary_fr, summary_en, verified_on, verified_by FROM fact_sheet
        """;

    private const string Chapters = "SELECT sheet_id, number, title_fr, title_en, text_fr, text_en FROM fact_sheet_chapter ORDER BY sheet_id, number";

    private const string InsertSheet = """
        INSERT INTO fact_sheet (id, needs, title_fr, title_en, words_fr, words_en, summary_fr, summary_en, verified_on, verified_by)
        VALUES (@Id, @Needs, @TitleFr, @TitleEn, @WordsFr, @WordsEn, @SummaryFr, @SummaryEn, @VerifiedOn, @VerifiedBy)
        """;

    private const string InsertChapter = """
        INSERT INTO fact_sheet_chapter (sheet_id, number, title_fr, title_en, text_fr, text_en)
        VALUES (@SheetId, @Number, @TitleFr, @TitleEn, @TextFr, @TextEn)
        """;

    private const string Day = "yyyy-MM-dd";

    /// <summary>Every sheet, for the snapshot.</summary>
    public static ImmutableArray<FactSheet> Load(DbConnection connection)
    {
        var chapters = connection.Query<ChapterRow>(Chapters).ToLookup(row => row.SheetId, row => row.ToChapter());
        return [.. connection.Query<SheetRow>(Sheets).Select(row => row.ToSheet([.. chapters[row.Id]]))];
    }

    /// <summary>Adds sheets. Whoever calls says that the directory changed.</summary>
    public static void Insert(WriteScope scope, IEnumerable<FactSheet> sheets)
    {
        foreach (var sheet in sheets)
        {
            scope.Execute(InsertSheet, new SheetRow
            {
                Id = sheet.Id,
                Needs = Join(sheet.Needs),
                TitleFr = sheet.Title.Fr,
                TitleEn = sheet.Title.En,
                WordsFr = Join(sheet.Words.Fr),
                WordsEn = Join(sheet.Words.En),
                SummaryFr = sheet.Summary.Fr,
                SummaryEn = sheet.Summary.En,
                VerifiedOn = sheet.VerifiedOn?.ToString(Day, CultureInfo.InvariantCulture),
                VerifiedBy = sheet.VerifiedBy.Length > 0 ? sheet.VerifiedBy : null,
            });
            foreach (var chapter in sheet.Chapters)
            {
                scope.Execute(InsertChapter, new ChapterRow
                {
                    SheetId = sheet.Id,
                    Number = chapter.Number,
                    TitleFr = chapter.Title.Fr,
                    TitleEn = chapter.Title.En,
                    TextFr = chapter.Text.Fr,
                    TextEn = chapter.Text.En,
                });
            }
        }
    }

    private static string Join(ImmutableArray<string> list) => string.Join(';', list);

    private static ImmutableArray<string> Split(string list) => [.. list.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    private sealed class SheetRow
    {
        public string Id { get; init; } = "";
        public string Needs { get; init; } = "";
        public string TitleFr { get; init; } = "";
        public string TitleEn { get; init; } = "";
        public string WordsFr { get; init; } = "";
        public string WordsEn { get; init; } = "";
        public string SummaryFr { get; init; } = "";
        public string SummaryEn { get; init; } = "";
        public string? VerifiedOn { get; init; }
        public string? VerifiedBy { get; init; }

        public FactSheet ToSheet(ImmutableArray<FactSheetChapter> chapters) => new(
            Id,
            Split(Needs),
            new(TitleFr, TitleEn),
            new(Split(WordsFr), Split(WordsEn)),
            new(SummaryFr, SummaryEn),
            VerifiedOn is null ? null : DateOnly.ParseExact(VerifiedOn, Day, CultureInfo.InvariantCulture),
            VerifiedBy ?? "",
            chapters);
    }

    private sealed class ChapterRow
    {
        public string SheetId { get; init; } = "";
        public int Number { get; init; }
        public string TitleFr { get; init; } = "";
        public string TitleEn { get; init; } = "";
        public string TextFr { get; init; } = "";
        public string TextEn { get; init; } = "";

        public FactSheetChapter ToChapter() => new(Number, new(TitleFr, TitleEn), new(TextFr, TextEn));
    }
}
