using AppelAide.Host.Sample;

namespace AppelAide.Host.Tests.Sample;

public sealed class SampleReaderTests : IDisposable
{
    private static readonly string Shipped = Path.Combine(AppContext.BaseDirectory, "db", "sample");

    private readonly string folder = System.IO.Directory.CreateTempSubdirectory("appelaide-").FullName;

    public SampleReaderTests()
    {
        foreach (var file in System.IO.Directory.GetFiles(Shipped, "*.csv"))
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
    }

    public void Dispose() => System.IO.Directory.Delete(folder, recursive: true);

    [Fact]
    public void The_sample_that_is_shipped_has_no_defect()
    {
        var rows = Read();
        Assert.NotEmpty(rows.Places);
        Assert.Contains(rows.Records, record => record.Table == "schedule");
        Assert.NotEmpty(rows.Questions);
    }

    [Theory]
    [InlineData("places.csv", "03005,Gaspé,municipality", "03005,Gaspé,hamlet", "places.csv, row 10, kind: \"hamlet\" is not one of municipality, borough")]
    [InlineData("places.csv", "America/Halifax", "America/Gaspe", "places.csv, row 2, time_zone: \"America/Gaspe\" is not a time zone")]
    [InlineData("services.csv", "Mo-Fr 09:00-16:30", "9 à 5", "hours: \"9 à 5\" is not hours")]
    [InlineData("services.csv", ",food,", ",gold,", "needs: \"gold\" is no need of the scripts")]
    [InlineData("services.csv", "+14185550137", "555-0137", "number: \"555-0137\"")]
    [InlineData("services.csv", "mrc:La Côte-de-Gaspé", "mrc:Nulle part", "covers: \"mrc:Nulle part\" is no place")]
    [InlineData("locations.csv", ",03005,", ",99999,", "place_id: \"99999\" is not in places.csv")]
    [InlineData("locations.csv", ",48.832,", ",4883.2,", "latitude: 4883.2 is outside the world")]
    [InlineData("training_sessions.csv", "13:30,15:30", "15:30,13:30", "row 2, end: is not after the start")]
    [InlineData("training_sessions.csv", "id,training_id", "id,training", "training_sessions.csv, row 1, training_id: is not in the header")]
    [InlineData("consultation_questions.csv", ",1,yesno,", ",2,yesno,", "number: 2 is there twice")]
    public void A_defect_is_told_with_its_file_row_and_field(string file, string good, string bad, string told)
    {
        var path = Path.Combine(folder, file);
        var text = File.ReadAllText(path);
        Assert.Contains(good, text, StringComparison.Ordinal);
        File.WriteAllText(path, text.Replace(good, bad, StringComparison.Ordinal));
        Assert.Contains(told, Assert.Throws<SampleException>(Read).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void All_defects_are_told_at_once()
    {
        File.Delete(Path.Combine(folder, "consultations.csv"));
        File.AppendAllText(Path.Combine(folder, "trainings.csv"), "x,nobody,nowhere\n");
        var defects = Assert.Throws<SampleException>(Read).Defects;
        Assert.Contains(defects, defect => defect is { File: "consultations.csv", Problem: "is missing" });
        Assert.Contains(defects, defect => defect is { File: "trainings.csv", Field: "organization_id" });
        Assert.Contains(defects, defect => defect is { File: "trainings.csv", Field: "location_id" });
    }

    private SampleRows Read() => new SampleReader(folder, new(2026, 11, 30)).Read();
}
