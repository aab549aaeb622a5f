using System.Text;
using AppelAide.Host.Directory.Hsds;

namespace AppelAide.Host.Tests.Directory.Hsds.Formats;

public sealed class TabularFormatTests : IDisposable
{
    private const string Organizations = "id,name,description,parent_organization_id\no1,Maison,Aide,\n";
    private const string Services = "id,organization_id,name,status\n";

    private readonly Reading reading = new();

    public void Dispose() => reading.Dispose();

    [HsdsFact]
    public void The_official_example_comes_in_and_its_four_dangling_references_are_told()
    {
        reading.ReadFrom(HsdsData.Example);
        Assert.Equal("HSDS 3.0, CSV", reading.Format);
        Assert.Equal(
            [
                "taxonomy_terms.csv, row 2, taxonomy_id: no taxonomy has the id \"07ff6aee-a219-438c-b694-d2fcb6c5373b\"",
                "locations.csv, row 2, organization_id: no organization has the id \"985e4a42-bd9f-4edc-911d-0243a4640aca\"",
                "locations.csv, row 2, latitude: 100 is outside the world",
                "contacts.csv, row 2, organization_id: no organization has the id \"ae67a707-5893-4225-b0b1-320ab9cb596b\"",
                "contacts.csv, row 2, service_at_location_id: no service at location has the id \"93eaf18d-1cd2-4ec7-bffb-3c9172ee5070\"",
            ],
            reading.Told);
        Assert.Equal((4L, 1L), (reading.Defects.Counts[DefectKind.DanglingReference], reading.Defects.Counts[DefectKind.Coordinates]));
        Assert.Equal(HsdsTables.All.Select(table => table.Name), reading.Records.Select(record => record.Table));
        Assert.Equal("100", reading.Of("location").Single()["latitude"]);
        Assert.Equal("", reading.Of("location").Single()["organization_id"]);
        Assert.Equal("\"+44 1234 234567\"", reading.Of("phone").Single()["number"]);
        Assert.Equal("TH,FR", reading.Of("schedule").Single()["byday"]);
        Assert.EndsWith("circumstances. ", reading.Of("service").Single()["description"], StringComparison.Ordinal);
    }

    [HsdsFact]
    public void The_official_example_comes_in_without_its_data_package()
    {
        foreach (var file in System.IO.Directory.GetFiles(HsdsData.Example, "*.csv"))
            File.Copy(file, Path.Combine(reading.Folder, Path.GetFileName(file)));
        Assert.Equal(HsdsTables.All.Length, reading.Read().Records.Count);
        Assert.Equal(4, reading.Defects.Counts[DefectKind.DanglingReference]);
    }

    [Fact]
    public void A_dangling_reference_that_is_required_drops_the_row_and_what_hangs_on_it()
    {
        reading.With("organizations.csv", Organizations)
            .With("services.csv", Services + "s1,o9,Repas,active\ns2,o1,Bain,active\n")
            .With("cost_options.csv", "id,service_id,amount\nc1,s1,5\nc2,s2,6\n")
            .Read();
        Assert.Equal(["o1", "s2", "c2"], reading.Records.Select(record => record.Id));
        Assert.Equal(
            ["services.csv, row 2, organization_id: no organization has the id \"o9\"", "cost_options.csv, row 2, service_id: no service has the id \"s1\""],
            reading.Told);
        Assert.All(reading.Defects.Kept, defect => Assert.True(defect.Dropped));
    }

    [Fact]
    public void References_to_what_the_directory_has_are_good()
    {
        var known = new KnownRecords();
        known.Add("organization", "o9");
        reading.With("services.csv", Services + "s1,o9,Repas,active\n").Read("", known);
        Assert.Empty(reading.Told);
        Assert.Equal("o9", reading.Find("service", "s1")["organization_id"]);
    }

    [Fact]
    public void A_file_may_have_its_columns_in_any_order_and_more_of_them()
    {
        reading.With("organizations.csv", "name_en,Description,ID,name,,\nHouse,Aide,o1,Maison,,\n").Read();
        Assert.Empty(reading.Told);
        Assert.Equal("""{"name":"Maison","description":"Aide","name_en":"House"}""", Assert.Single(reading.Records).ToJson());
    }

    [Theory]
    [InlineData("\r\n", "utf-8", true)]
    [InlineData("\n", "utf-8", false)]
    [InlineData("\r\n", "utf-16", true)]
    [InlineData("\n", "utf-16BE", true)]
    public void Line_ends_and_byte_order_marks_do_not_matter(string end, string encoding, bool mark)
    {
        var kind = Encoding.GetEncoding(encoding);
        var text = $"id,name,description{end}o1,\"Été, à la \"\"côte\"\"\",L'œuvre 😀{end}".ReplaceLineEndings(end);
        reading.With("organizations.csv", [.. mark ? kind.GetPreamble() : [], .. kind.GetBytes(text)]).Read();
        Assert.Empty(reading.Told);
        Assert.Equal("Été, à la \"côte\"", reading.Find("organization", "o1")["name"]);
        Assert.Equal("L'œuvre 😀", reading.Find("organization", "o1")["description"]);
    }

    [Fact]
    public void Windows_1252_is_read_and_told()
    {
        var bytes = CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes("id,name,description\no1,Maison,Aide\no2,Café d’été,L'œuvre à 5 €\n");
        reading.With("organizations.csv", bytes).Read();
        Assert.Equal("Café d’été", reading.Find("organization", "o2")["name"]);
        Assert.Equal("L'œuvre à 5 €", reading.Find("organization", "o2")["description"]);
        Assert.Equal("organizations.csv, row 3: there are letters that are not UTF-8; they were read as Windows-1252", Assert.Single(reading.Told));
    }

    [Fact]
    public void A_letter_that_two_blocks_share_is_whole()
    {
        for (var pad = 0; pad < 5; pad++)
        {
            var name = new string('x', pad) + string.Concat(Enumerable.Repeat("é😀œ", 40_000));
            Assert.Equal(name, reading.With("organizations.csv", $"id,name,description\no1,{name},d\n").Read().Find("organization", "o1")["name"]);
            Assert.Empty(reading.Told);
        }
    }

    [Fact]
    public void What_is_wrong_with_a_value_is_told_with_its_place_and_kept()
    {
        reading.With("organizations.csv", Organizations)
            .With("services.csv", "id,organization_id,name,status,assured_date,minimum_age,email,url\ns1,o1,FÃ©lix,open,2026-02-30,teen,me,www.exemple.org\n")
            .With("locations.csv", "id,location_type,latitude,longitude\nl1,physical,148.8,-64.5\n")
            .With("phones.csv", "id,number\np1,418-555-013\np2,\"\"\"+44 1234 234567\"\"\"\np3,(418) 555-0137 poste 12\np4,211\np5,123-456-7890\n")
            .With("schedules.csv", "id,opens_at,closes_at,byday,valid_from,valid_to,interval\nh1,9h,25:00,MO,,,\nh2,09:00,03:00,LU,,,\nh3,22:00,03:00,MO,2026-05-01,2026-04-01,0\n")
            .Read();
        Assert.Equal(
            [
                "locations.csv, row 2, latitude: 148.8 is outside the world",
                "services.csv, row 2, name: \"FÃ©lix\" was saved in the wrong encoding",
                "services.csv, row 2, url: \"www.exemple.org\" is not a whole web address such as https://exemple.org",
                "services.csv, row 2, email: \"me\" is not an email address",
                "services.csv, row 2, status: \"open\" is not one of active, inactive, defunct, temporarily closed",
                "services.csv, row 2, minimum_age: \"teen\" is not a number",
                "services.csv, row 2, assured_date: \"2026-02-30\" is not a date such as 2026-11-30",
                "phones.csv, row 2, number: \"418-555-013\" is not a telephone that can be dialled",
                "phones.csv, row 6, number: \"123-456-7890\" is not a telephone that can be dialled",
                "schedules.csv, row 2, closes_at: \"25:00\" is not a time such as 09:30",
                "schedules.csv, row 3, closes_at: it opens at 09:00 and closes at 03:00",
                "schedules.csv, row 4, valid_to: 2026-04-01 is before valid_from, 2026-05-01",
            ],
            reading.Told);
        Assert.All(reading.Defects.Kept, defect => Assert.False(defect.Dropped));
        Assert.Equal(11, reading.Records.Count);
        Assert.Equal("2026-02-30", reading.Find("service", "s1")["assured_date"]);
    }

    [Fact]
    public void A_row_without_a_name_or_with_an_id_seen_before_is_left_out()
    {
        reading.With("organizations.csv", "id,name,description\no1,Maison,Aide\no1,Autre,Aide\no2,,Aide\n,Sans,Aide\no3,Bref,\n").Read();
        Assert.Equal(
            [
                "organizations.csv, row 3, id: \"o1\" is there twice",
                "organizations.csv, row 4, name: is empty",
                "organizations.csv, row 5, id: is empty",
                "organizations.csv, row 6, description: is empty",
            ],
            reading.Told);
        Assert.Equal(["o1", "o3"], reading.Records.Select(record => record.Id));
        Assert.Equal("Maison", reading.Find("organization", "o1")["name"]);
    }

    [Fact]
    public void A_row_with_a_comma_too_many_is_left_out_and_a_short_one_is_not()
    {
        reading.With("organizations.csv", "id,name,description\no1,Maison, du quai,Aide\no2,Phare\no3,Havre,Aide,,\n").Read();
        Assert.Equal(
            [
                "organizations.csv, row 2: there are 4 fields where the header has 3",
                "organizations.csv, row 3: there are 2 fields where the header has 3",
                "organizations.csv, row 3, description: is empty",
            ],
            reading.Told);
        Assert.Equal(["o2", "o3"], reading.Records.Select(record => record.Id));
    }

    [Fact]
    public void The_link_that_closes_a_ring_is_dropped()
    {
        reading.With("organizations.csv", "id,name,description,parent_organization_id\na,A,d,b\nb,B,d,c\nc,C,d,a\nd,D,d,d\ne,E,d,a\n")
            .With("taxonomy_terms.csv", "id,name,description,parent_id\na,A,d,b\nb,B,d,a\n")
            .Read();
        Assert.Equal(
            [
                "organizations.csv, row 4, parent_organization_id: \"a\" is below \"c\" already: it cannot be above it too",
                "organizations.csv, row 5, parent_organization_id: \"d\" is below \"d\" already: it cannot be above it too",
                "taxonomy_terms.csv, row 3, parent_id: \"a\" is below \"b\" already: it cannot be above it too",
            ],
            reading.Told);
        Assert.Equal(["b", "c", "", "", "a"], reading.Of("organization").Select(record => record["parent_organization_id"]));
    }

    [Fact]
    public void Missing_columns_and_files_that_mean_nothing_are_told()
    {
        reading.With("organizations.csv", "id,name\no1,Maison\n")
            .With("services.csv", "organization_id,name,status\no1,Repas,active\n")
            .With("recipes.csv", "id\n1\n")
            .With("datapackage.json", """{"resources":[{"name":"organization","path":"organizations.csv"},{"name":"recipe","path":"recipes.csv"}]}""")
            .Read();
        Assert.Equal(
            [
                "datapackage.json: the resource \"recipe\" is no table of the standard",
                "recipes.csv: is no table of the standard",
                "organizations.csv, row 1, description: is not in the header",
                "organizations.csv, row 2, description: is empty",
                "services.csv: has no column id; nothing of it was read",
            ],
            reading.Told);
    }

    [Fact]
    public void A_data_package_says_which_file_is_which()
    {
        reading.With("orgs-2026.csv", "id,name,description\no1,Maison,Aide\n")
            .With("datapackage.json", """{"resources":[{"name":"organization","path":"data/orgs-2026.csv"},{"name":"service","path":"services.csv"}]}""")
            .Read();
        Assert.Empty(reading.Told);
        Assert.Equal("o1", Assert.Single(reading.Records).Id);
    }
}
