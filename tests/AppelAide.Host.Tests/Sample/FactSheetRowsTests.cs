using System.Collections.Immutable;
using AppelAide.Host.Directory.Hsds;
using AppelAide.Host.Sample;
using AppelAide.Host.Sheets;

namespace AppelAide.Host.Tests.Sample;

public sealed class FactSheetRowsTests : IDisposable
{
    private const string Sheets = "id,needs,title_fr,title_en,words_fr,words_en,summary_fr,summary_en,verified_day,verified_by\n";
    private const string Chapters = "sheet_id,number,title_fr,title_en,text_fr,text_en\n";

    private static readonly DateOnly Today = new(2026, 11, 30);

    private readonly string folder = System.IO.Directory.CreateTempSubdirectory("appelaide-").FullName;

    public void Dispose() => System.IO.Directory.Delete(folder, recursive: true);

    [Fact]
    public void The_sheets_that_are_shipped_have_no_defect()
    {
        var files = new SampleFiles(Path.Combine(AppContext.BaseDirectory, "db", "sample"));
        var sheets = FactSheetRows.Read(files, Today, _ => true);
        Assert.Empty(files.Defects);
        Assert.Equal(6, sheets.Length);
        Assert.All(sheets, sheet => Assert.InRange(sheet.Chapters.Length, 3, 4));
    }

    [Fact]
    public void A_sheet_is_read_with_its_chapters()
    {
        var (sheets, defects) = Read("a,food;talk,Titre,Title,un;deux,one,Résumé,Summary,-30,Nadia\n", "a,1,T1,,Texte un,Text one\na,2,T2,,Texte deux,Text two\n");
        Assert.Empty(defects);
        var sheet = Assert.Single(sheets);
        Assert.Equal(["food", "talk"], sheet.Needs.ToArray());
        Assert.Equal(["un", "deux", "one"], sheet.Words.All);
        Assert.Equal((new DateOnly(2026, 10, 31), "Nadia"), (sheet.VerifiedOn, sheet.VerifiedBy));
        Assert.Equal(["Text one", "Text two"], sheet.Chapters.Select(chapter => chapter.Text.En));
    }

    [Fact]
    public void What_is_too_long_to_be_said_or_texted_is_told()
    {
        var (_, defects) = Read(
            $"a,gold,{new string('t', 41)},Title,,,{new string('s', 161)},Summary,,\n",
            $"a,2,T1,,{new string('x', 301)},Text\nb,1,T,,\u4f60,{new string('x', 307)}\n");
        Assert.Equal(
            [
                "fact_sheet_chapters.csv, row 2, number: is 2 where 1 comes next",
                "fact_sheet_chapters.csv, row 2, text_fr: takes 20 s to say; at most 20",
                "fact_sheet_chapters.csv, row 3, sheet_id: \"b\" is not in fact_sheets.csv",
                "fact_sheet_chapters.csv, row 3, text_en: does not fit in 2 text messages",
                "fact_sheet_chapters.csv, row 3, text_fr: \"\u4f60\" cannot be sent in a text message",
                "fact_sheets.csv, row 2, needs: \"gold\" is not a need",
                "fact_sheets.csv, row 2, summary_fr: does not fit in 1 text messages",
                "fact_sheets.csv, row 2, title_fr: is longer than 40 characters",
            ],
            defects.Select(defect => defect.ToString()).Order(StringComparer.Ordinal));
    }

    private (ImmutableArray<FactSheet> Sheets, List<DirectoryDefect> Defects) Read(string sheets, string chapters)
    {
        File.WriteAllText(Path.Combine(folder, "fact_sheets.csv"), Sheets + sheets);
        File.WriteAllText(Path.Combine(folder, "fact_sheet_chapters.csv"), Chapters + chapters);
        var files = new SampleFiles(folder);
        return (FactSheetRows.Read(files, Today, need => need != "gold"), files.Defects);
    }
}
