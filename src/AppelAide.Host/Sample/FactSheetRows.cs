using System.Collections.Immutable;
using AppelAide.Dialogue;
using AppelAide.Dialogue.Language;
using AppelAide.Host.Directory;
using AppelAide.Host.Sheets;

namespace AppelAide.Host.Sample;

/// <summary>Reads the sample's fact sheets, and finds every defect in them: what is too long to be said or texted above all.</summary>
internal static class FactSheetRows
{
    private const string Sheets = "fact_sheets.csv";
    private const string Chapters = "fact_sheet_chapters.csv";
    private const int LongestTitle = 40;
    private const double LongestSeconds = 20;
    private const int SegmentsOfSummary = 1;
    private const int SegmentsOfChapter = 2;

    /// <summary>The sheets of the folder; defects go where the files keep them.</summary>
    /// <param name="files">The folder.</param>
    /// <param name="today">The day of loading, from which <c>verified_day</c> counts.</param>
    /// <param name="isNeed">Whether a need is known.</param>
    public static ImmutableArray<FactSheet> Read(SampleFiles files, DateOnly today, Predicate<string> isNeed)
    {
        var ids = new HashSet<string>();
        var sheets = files.Read(Sheets, "id,needs,title_fr,title_en,words_fr,words_en,summary_fr,summary_en,verified_day,verified_by")
            .Select(row => ReadSheet(row, ids, today, isNeed)).ToList();
        var chapters = new Dictionary<string, List<FactSheetChapter>>();
        foreach (var row in files.Read(Chapters, "sheet_id,number,title_fr,title_en,text_fr,text_en"))
        {
            var sheet = row.Reference("sheet_id", ids, Sheets);
            if (!chapters.TryGetValue(sheet, out var own)) chapters[sheet] = own = [];
            var number = row.Whole("number", 1, 20);
            if (number != own.Count + 1) row.Wrong("number", $"is {number} where {own.Count + 1} comes next");
            var text = new Bilingual(row.Text("text_fr"), row.Text("text_en"));
            CheckLength(row, "text", text, SegmentsOfChapter);
            own.Add(new(number, Titled(row), text));
        }

        return [.. sheets.Select(sheet => sheet with { Chapters = [.. chapters.GetValueOrDefault(sheet.Id, [])] })];
    }

    private static FactSheet ReadSheet(SampleRow row, HashSet<string> ids, DateOnly today, Predicate<string> isNeed)
    {
        foreach (var need in row.List("needs").Where(need => !isNeed(need)))
            row.Wrong("needs", $"\"{need}\" is not a need");
        var summary = new Bilingual(row.Required("summary_fr"), row.Text("summary_en"));
        CheckLength(row, "summary", summary, SegmentsOfSummary);
        return new(
            row.NewId(ids),
            [.. row.List("needs")],
            Titled(row),
            new([.. row.List("words_fr")], [.. row.List("words_en")]),
            summary,
            row.WholeOrNone("verified_day", -10_000, 0) is { } days ? today.AddDays(days) : null,
            row.Text("verified_by"),
            []);
    }

    private static Bilingual Titled(SampleRow row)
    {
        var title = new Bilingual(row.Required("title_fr"), row.Text("title_en"));
        if (title.Fr.Length > LongestTitle) row.Wrong("title_fr", $"is longer than {LongestTitle} characters");
        if (title.En.Length > LongestTitle) row.Wrong("title_en", $"is longer than {LongestTitle} characters");
        return title;
    }

    private static void CheckLength(SampleRow row, string field, Bilingual words, int mostSegments)
    {
        foreach (var (language, text) in new[] { (Languages.French, words.Fr), (Languages.English, words.En) })
        {
            var column = $"{field}_{language}";
            if (text.Length == 0)
                row.Wrong(column, "is empty");
            if (SpokenDuration.Seconds(text, language) is > LongestSeconds and var seconds)
                row.Wrong(column, FormattableString.Invariant($"takes {seconds:0} s to say; at most {LongestSeconds:0}"));
            if (Gsm7.Segments(Gsm7.Fold(text)) > mostSegments)
                row.Wrong(column, $"does not fit in {mostSegments} text messages");
            foreach (var lost in Gsm7.Lost(text))
                row.Wrong(column, $"\"{lost}\" cannot be sent in a text message");
        }
    }
}
