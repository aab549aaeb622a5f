using System.Text;
using System.Text.Json;
using AppelAide.Host.Tests.Properties;
using AppelAide.Host.Trainings.Desk;
using AppelAide.Host.Trainings.Registrations;
using CsvHelper;

namespace AppelAide.Host.Tests.Trainings.Desk;

public sealed class RegistrationTableTests
{
    [Fact]
    public void A_spreadsheet_knows_the_accents_and_who_waits_where()
    {
        var bytes = Write(SomeSheet.Of(SomeSheet.Person(1, "Ève"), SomeSheet.Person(2, "Zoé", Registration.Waiting), SomeSheet.Person(3, "Léo", Registration.Waiting, tail: "")));
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        var rows = Read(bytes);
        Assert.Equal(RegistrationTable.Columns, rows[0]);
        Assert.Equal(["tablet-1", "2026-12-08", "13:30", "15:30", "Ma tablette, pas à pas", "Bibliothèque de la Vague", "Gaspé", "101", "Ève", "", "…42", "registered", "", "2026-12-01T09:00:01Z", ""], rows[1]);
        Assert.Equal(["103", "Léo", "", "", "waiting", "2"], rows[3][7..13]);
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+1418")]
    [InlineData("-1")]
    [InlineData("@SUM(A1)")]
    [InlineData("\tx")]
    [InlineData("=\"a\",\"b\"\r\n=c")]
    public void Nothing_is_a_formula(string name) => Assert.Equal("'" + name, Read(Write(SomeSheet.Of(SomeSheet.Person(1, name))))[1][8]);

    [NaughtyFact]
    public void Naughty_strings_come_back_as_they_were()
    {
        var names = JsonSerializer.Deserialize<string[]>(File.ReadAllText(SharedData.NaughtyStrings!))!;
        var rows = Read(Write([.. names.Select(name => SomeSheet.Of(SomeSheet.Person(1, name)))]));
        Assert.Equal(names.Length + 1, rows.Count);
        foreach (var (name, row) in names.Zip(rows.Skip(1)))
        {
            Assert.Equal(RegistrationTable.Columns.Length, row.Length);
            Assert.Equal(name, row[8].StartsWith('\'') && row[8] != name ? row[8][1..] : row[8]);
            Assert.DoesNotMatch("^[=+@\t\r-]", row[8]);
        }
    }

    [Fact]
    public void An_export_that_was_filled_in_is_read()
    {
        var (sheet, mistakes) = AttendanceFile.Parse("\uFEFFname;code;attendance\r\nRose;101;Présente\r\nPaul;102;absent\r\n\"a;b\";103;\r\nx;104;X\r\n", "list.csv");
        Assert.Empty(mistakes);
        Assert.Equal(["101", "104"], sheet!.Present);
        Assert.Equal(["102"], sheet.Absent);
        Assert.Equal(["list.csv has no column \"attendance\"."], AttendanceFile.Parse("code,came\n1,2\n", "list.csv").Mistakes);
        Assert.Equal(["list.csv, line 3: attendance is present or absent, not \"perhaps\"."], AttendanceFile.Parse("code,attendance\n101,present\n102,perhaps\n", "list.csv").Mistakes);
        Assert.NotEmpty(AttendanceFile.Parse("code,attendance\n101,\"present\n102,absent\n", "list.csv").Mistakes);
        Assert.NotEmpty(AttendanceFile.Parse("", "list.csv").Mistakes);
        Assert.Contains("There is no file", Assert.Single(AttendanceFile.Read("/nowhere/list.csv").Mistakes));
    }

    private static byte[] Write(params SessionSheet[] sheets)
    {
        using var stream = new MemoryStream();
        RegistrationTable.Write(stream, sheets);
        return stream.ToArray();
    }

    private static List<string[]> Read(byte[] bytes)
    {
        using var reader = CsvReader.FromText(Encoding.UTF8.GetString(bytes).TrimStart('\uFEFF'), new CsvReaderOptions { HasHeader = false });
        var rows = new List<string[]>();
        while (reader.Read()) rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)]);
        return rows;
    }
}
