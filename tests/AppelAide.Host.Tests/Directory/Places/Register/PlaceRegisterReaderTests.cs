using System.Text;
using AppelAide.Host.Directory.Places.Register;

namespace AppelAide.Host.Tests.Directory.Places.Register;

public sealed class PlaceRegisterReaderTests : IDisposable
{
    private readonly RegisterFile file = new(
        "06005,Maria,Municipalité,05,G0C1Y0,4187593883,Gaspésie--Îles-de-la-Madeleine (11),MRC Avignon (060),Avignon (06),2760,48.175,-65.986",
        "06802,Gesgapegiag,Réserve indienne,20,,0000000000,Gaspésie--Îles-de-la-Madeleine (11),,Avignon (06),695,,",
        "99910,Toponyme à venir,Territoire non organisé,25,,0000000000,Nord-du-Québec (10),,Nord-du-Québec (99),0,,",
        "57040,Beloeil,Ville,10,,0000000000,Montérégie (16),MRC La Vallée-du-Richelieu (570),La Vallée-du-Richelieu (57),25318,,",
        "94068,Saguenay,Ville,10,G7H5B8,4186983000,Saguenay--Lac-Saint-Jean (02),,Le Saguenay-et-son-Fjord (94),151946,,",
        "94205,Petit-Saguenay,Municipalité,05,G0V1N0,4182722323,Saguenay--Lac-Saint-Jean (02),MRC Le Fjord-du-Saguenay (942),Le Saguenay-et-son-Fjord (94),600,,",
        "66047,Dorval,Ville,10,H9S3V4,5146334040,Montréal (06),,Montréal (66),21054,,",
        "01023,Les Îles-de-la-Madeleine,Municipalité,05,G4T1A1,4189863100,Gaspésie--Îles-de-la-Madeleine (11),,Les Îles-de-la-Madeleine (01),12451,,",
        "98005,Blanc-Sablon,Municipalité,05,G0G1C0,4184612707,Côte-Nord (09),MRC Le Golfe-du-Saint-Laurent (982),Minganie-Basse-Côte-Nord (98),1090,,",
        "98025,Natashquan,Municipalité,05,G0G2E0,4187263362,Côte-Nord (09),MRC Minganie (981),Minganie-Basse-Côte-Nord (98),269,,",
        "99125,Akulivik,Village nordique,09,J0M1V0,8194962222,Nord-du-Québec (10),,Nord-du-Québec (99),622,,",
        "99883,Akulivik,Terre de la catégorie I,23,,0000000000,Nord-du-Québec (10),,Nord-du-Québec (99),0,,");

    public void Dispose() => file.Dispose();

    [Fact]
    public void Numbers_are_taken_off_the_names_of_MRCs_and_regions()
    {
        var maria = Read()["06005"];
        Assert.Equal(("Avignon", "Gaspésie--Îles-de-la-Madeleine", "G0C1Y0", 2760), (maria.Mrc, maria.Region, maria.PostalCode, maria.Population));
        Assert.Equal(48.175, maria.Position!.Value.Latitude);
    }

    [Fact]
    public void Without_an_MRC_a_reserve_is_in_the_one_around_it_a_city_is_its_own_and_the_others_go_by_their_division()
    {
        var places = Read();
        Assert.Equal(["Avignon", "Saguenay", "Montréal"], new[] { "06802", "94068", "66047" }.Select(id => places[id].Mrc));
    }

    [Fact]
    public void A_territory_that_has_no_name_yet_is_skipped_and_a_town_without_a_telephone_is_not()
    {
        var register = new PlaceRegisterReader(file.Path, new()).Read();
        Assert.Equal("99910 has no name yet", Assert.Single(register.Skipped));
        Assert.Contains(register.Places, place => place.Name == "Beloeil");
    }

    [Theory]
    [InlineData("01023", "America/Halifax")]
    [InlineData("98005", "America/Blanc-Sablon")]
    [InlineData("98025", "America/Toronto")]
    [InlineData("99125", "America/Toronto")]
    public void The_hour_is_that_of_the_law(string id, string zone)
    {
        Assert.Equal(zone, Read()[id].TimeZone);
        Assert.True(TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _));
    }

    [Fact]
    public void The_land_around_a_northern_village_is_part_of_it()
    {
        var places = Read();
        Assert.Equal(("", "99125"), (places["99125"].ParentId, places["99883"].ParentId));
    }

    [Theory]
    [InlineData(true, ',')]
    [InlineData(true, ';')]
    [InlineData(false, ',')]
    [InlineData(false, ';')]
    public void What_a_spreadsheet_saved_is_read(bool unicode, char separator)
    {
        var text = File.ReadAllText(file.Path).Replace(',', separator);
        file.WriteAs(unicode ? new UTF8Encoding(true) : CodePagesEncodingProvider.Instance.GetEncoding(1252)!, unicode ? "\uFEFF" + text : text);
        Assert.Equal("Les Îles-de-la-Madeleine", Read()["01023"].Name);
    }

    [Theory]
    [InlineData("06005,", "6005,", "register.csv, row 2, mcode: \"6005\" is not five digits")]
    [InlineData("57040,", "06005,", "register.csv, row 5, mcode: \"06005\" is there twice")]
    [InlineData(",Maria,", ",,", "row 2, munnom: is empty")]
    [InlineData(",Maria,", ",Ma\tria,", "row 2, munnom: \"Ma\uFFFDria\" has a character that no name has")]
    [InlineData(",2760,", ",2 760,", "row 2, mpopul: \"2 760\" is not a number of people")]
    [InlineData("G0C1Y0", "418759", "row 2, mcodpos: \"418759\" is not a postal code")]
    [InlineData("48.175", "4817.5", "row 2, latitude: \"4817.5\" is not a number from 44 to 63")]
    [InlineData("-65.986", "", "row 2, longitude: \"\" is not a number from -80 to -57")]
    [InlineData(",695,,", ",695", "row 3: there are 10 fields where the header has 12")]
    [InlineData("mcode,", "code,", "register.csv, row 1, mcode: is not in the header")]
    [InlineData("06005,Maria", "06005,\"Maria", "a quote is")]
    public void A_defect_is_told_with_its_file_row_and_field(string good, string bad, string told)
    {
        var text = File.ReadAllText(file.Path);
        Assert.Contains(good, text, StringComparison.Ordinal);
        File.WriteAllText(file.Path, text.Replace(good, bad, StringComparison.Ordinal));
        Assert.Contains(told, Assert.Throws<PlaceRegisterException>(Read).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("PK\u0003\u0004")]
    [InlineData("{\"type\": \"FeatureCollection\"}")]
    [InlineData(RegisterFile.Header)]
    public void A_file_of_another_kind_is_refused(string content)
    {
        File.WriteAllText(file.Path, content);
        Assert.NotEmpty(Assert.Throws<PlaceRegisterException>(Read).Defects);
    }

    [Fact]
    public void A_missing_file_is_told()
    {
        File.Delete(file.Path);
        Assert.Equal("register.csv: is missing", Assert.Throws<PlaceRegisterException>(Read).Message);
    }

    [Fact]
    public void Defects_beyond_the_first_hundreds_are_not_kept()
    {
        file.Write([.. Enumerable.Range(0, 5000).Select(_ => RegisterFile.Row("x", "y"))]);
        Assert.Equal(PlaceDefects.Most, Assert.Throws<PlaceRegisterException>(Read).Defects.Length);
    }

    private Dictionary<string, RegisteredPlace> Read()
    {
        var defects = new PlaceDefects();
        var register = new PlaceRegisterReader(file.Path, defects).Read();
        defects.ThrowIfAny();
        return register.Places.ToDictionary(place => place.Id);
    }
}
