using System.Text;
using AppelAide.Host.Directory.Hsds.Formats;

namespace AppelAide.Host.Tests.Directory.Hsds.Formats;

public sealed class PlainFormatTests : IDisposable
{
    private readonly Reading reading = new();

    public void Dispose() => reading.Dispose();

    [Fact]
    public void The_sample_directory_comes_in_whole()
    {
        reading.ReadFrom(Path.Combine(HsdsData.Checkout, "db", "sample"));
        Assert.Equal("CSV", reading.Format);
        Assert.Empty(reading.Told);
        foreach (var (table, file) in new[] { ("organization", "organizations.csv"), ("location", "locations.csv"), ("service", "services.csv") })
            Assert.Equal(File.ReadLines(Path.Combine(HsdsData.Checkout, "db", "sample", file)).Skip(1).Count(), reading.Of(table).Count());
        var service = reading.Find("service", "carrefour-du-havre-1");
        Assert.Equal(("Dépannage alimentaire du Havre", "Havre food help", "active"), (service["name"], service["name_en"], service["status"]));
        Assert.Equal("une pièce d'identité", Assert.Single(reading.Of("required_document"), row => row["service_id"] == service.Id)["document"]);
        Assert.Equal("mrc:La Côte-de-Gaspé", Assert.Single(reading.Of("service_area"), row => row["service_id"] == service.Id)["extent"]);
        Assert.Equal("appelaide:food-bank", Assert.Single(reading.Of("attribute"), row => row["link_id"] == service.Id)["taxonomy_term_id"]);
        var site = Assert.Single(reading.Of("service_at_location"), row => row["service_id"] == service.Id);
        Assert.Equal(
            """{"freq":"WEEKLY","byday":"MO,TU,WE,TH,FR","opens_at":"09:00","closes_at":"16:00"}""",
            Assert.Single(reading.Of("schedule"), row => row["service_at_location_id"] == site.Id).With("service_at_location_id", "").ToJson());
        Assert.Equal(
            """{"address_1":"14, rue du Vieux-Gréement","city":"Gaspé","state_province":"QC","country":"CA","address_type":"physical"}""",
            Assert.Single(reading.Of("address"), row => row["location_id"] == "maison-du-quai").With("location_id", "").ToJson());
        var place = reading.Find("location", "maison-du-quai");
        Assert.Equal(("03005", "14, rue du Vieux-Gréement, Gaspé"), (place["place_id"], place["address"]));
        Assert.Equal("yes", Assert.Single(reading.Of("accessibility"), row => row["location_id"] == "maison-du-quai")["wheelchair"]);
        Assert.Equal("2", Assert.Single(reading.Of("cost_option"), row => row["service_id"] == "carrefour-du-havre-2")["amount"]);
    }

    [Fact]
    public void A_spreadsheet_as_excel_saves_it_in_québec_comes_in()
    {
        const string Sheet = """
            Nom du service;Organisme;Adresse;Ville;Code postal;Téléphone;Heures d'ouverture;Besoins;Description;Coût;Clientèle;Langues;Fauteuil roulant;Territoire;Vérifié le;Vérifié par;Stationnement;Latitude
            Popote roulante;Les Amis de l'Été;12, rue du Phare;Gaspé;G4X 1A1;(418) 555-0137 poste 3;Lundi au vendredi de 9 h à 16 h 30;food;Des repas livrés, chauds;5 $;Les 55 ans et plus;français, anglais;oui;mrc:La Côte-de-Gaspé;2026-03-01;Ginette;derrière;48,83
            Vestiaire;Les Amis de l'Été;12, rue du Phare;Gaspé;G4X 1A1;418-555-0138;mardi et jeudi 13h-16h;clothes;Du linge;gratuit;;;non;partout;2026-03-01;ginette@exemple.org;;48,83
            """;
        reading.With("liste.csv", CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(Sheet.ReplaceLineEndings("\r\n"))).Read("liste.csv");
        Assert.Equal(["liste.csv, row 1: there are letters that are not UTF-8; they were read as Windows-1252"], reading.Told);
        Assert.Equal("les-amis-de-l-ete", Assert.Single(reading.Of("organization")).Id);
        Assert.Equal("48.83", Assert.Single(reading.Of("location"))["latitude"]);
        Assert.Equal(("12, rue du Phare", "Gaspé", "G4X 1A1"), Assert.Single(reading.Of("address")) is var address ? (address["address_1"], address["city"], address["postal_code"]) : default);
        var service = reading.Find("service", "les-amis-de-l-ete-popote-roulante");
        Assert.Equal(
            ("Popote roulante", "Les 55 ans et plus", "2026-03-01", "Ginette", "derrière"),
            (service["name"], service["eligibility_description"], service["assured_date"], service["assurer"], service["Stationnement"]));
        Assert.Equal("ginette@exemple.org", reading.Find("service", "les-amis-de-l-ete-vestiaire")["assurer_email"]);
        Assert.Equal(
            ["MO,TU,WE,TH,FR 09:00 16:30", "TU,TH 13:00 16:00"],
            reading.Of("schedule").Select(row => $"{row["byday"]} {row["opens_at"]} {row["closes_at"]}"));
        Assert.Equal(["5", "0"], reading.Of("cost_option").Select(row => row["amount"]));
        Assert.Equal(["mrc:La Côte-de-Gaspé", "everywhere"], reading.Of("service_area").Select(row => row["extent"]));
    }

    [Fact]
    public void Only_names_are_needed()
    {
        reading.With("services.csv", "id,organization,name\ns1,Maison,Repas\n").Read();
        Assert.Empty(reading.Told);
        Assert.Equal(["maison", "s1"], reading.Records.Select(record => record.Id));
    }

    [Fact]
    public void Help_by_telephone_alone_has_hours_without_a_place()
    {
        reading.With("services.csv", "id,organization,location_id,name,phone,hours\nligne,Maison,,On vous écoute,418-555-0137,24/7\n").Read();
        Assert.Empty(reading.Told);
        Assert.Empty(reading.Of("service_at_location"));
        Assert.Equal(("ligne", ""), Assert.Single(reading.Of("schedule")) is var hours ? (hours["service_id"], hours["service_at_location_id"]) : default);
    }

    [Fact]
    public void An_id_that_no_database_keeps_is_told_and_one_that_barely_fits_has_all_that_hangs_on_it()
    {
        var (fits, tooLong) = (new string('f', 100), new string('l', 101));
        reading.With("services.csv", $"id,organization,address,name,phone,hours,needs\n{fits},Maison,1 rue du Quai,Repas,418-555-0137,Mo 09:00-10:00,food\n{tooLong},Maison,,Bain,,,\n").Read();
        Assert.Equal([$"services.csv, row 3, id: \"{tooLong[..57]}…\" is longer than 100 characters"], reading.Told);
        Assert.Equal(fits, Assert.Single(reading.Of("service")).Id);
        Assert.All(reading.Records, record => Assert.InRange(record.Id.Length, 1, 100));
        Assert.Equal(Assert.Single(reading.Of("service_at_location")).Id, Assert.Single(reading.Of("schedule"))["service_at_location_id"]);
        Assert.Equal(fits, Assert.Single(reading.Of("attribute"))["link_id"]);
        Assert.Equal(fits, Assert.Single(reading.Of("phone"))["service_id"]);
    }

    [Fact]
    public void A_character_that_ends_texts_is_told_and_is_in_no_id()
    {
        reading.With("services.csv", "id,organization_id,organization,name\ns1,o1,Maison,Re\0pas\ns\02,o1,Maison,Bain\n").Read();
        Assert.Equal(
            ["services.csv, row 2, name: has a NUL character in it, which the line leaves out", "services.csv, row 3, id: has a NUL character in it"],
            reading.Told);
        Assert.Equal("Re\0pas", Assert.Single(reading.Of("service"))["name"]);
    }

    [Fact]
    public void What_is_wrong_is_told_once_and_the_rest_goes_on()
    {
        reading.With("organizations.csv", "id,name,phone\no1,Maison,418\n,Sans,\n")
            .With("services.csv", "id,organization_id,name_fr,hours,needs,phone\ns1,o1,Repas,whenever,food,418-555-0137\ns2,o9,Bain,Mo 09:00-10:00,food,418-555-0137\ns1,o1,Bal,,,\ns4,o1,,,,\n")
            .Read();
        Assert.Equal(
            [
                "organizations.csv, row 2, number: \"418\" is not a telephone that can be dialled",
                "organizations.csv, row 3, id: is empty",
                "services.csv, row 2, hours: \"whenever\" is not hours such as \"Mo-Fr 09:00-16:30\"",
                "services.csv, row 3, organization_id: no organization has the id \"o9\"",
                "services.csv, row 4, id: \"s1\" is there twice",
                "services.csv, row 5, name: is empty",
            ],
            reading.Told);
        Assert.Equal("s1", Assert.Single(reading.Of("service")).Id);
        Assert.Single(reading.Of("attribute"));
        Assert.DoesNotContain(reading.Records, record => record["service_id"] == "s2" || record["link_id"] == "s2");
    }

    [Theory]
    [InlineData("14, rue du Vieux-Gréement, Gaspé", "14, rue du Vieux-Gréement", "Gaspé", "")]
    [InlineData("14, rue du Vieux-Gréement, Gaspé (Québec) g4x1a1", "14, rue du Vieux-Gréement", "Gaspé", "G4X 1A1")]
    [InlineData("14, rue des Lampions", "14, rue des Lampions", "", "")]
    [InlineData("Gaspé", "Gaspé", "", "")]
    [InlineData("14 rue du Quai, Percé, QC, Canada", "14 rue du Quai", "Percé", "")]
    public void An_address_in_a_cell_is_taken_apart(string text, string street, string city, string code) =>
        Assert.Equal(new PlainAddress(street, city, code), PlainAddress.Read(text, "", ""));

    [Theory]
    [InlineData("Mo-Fr 09:00-16:30; Sa 10:00-12:00", "MO,TU,WE,TH,FR 09:00-16:30 SA 10:00-12:00")]
    [InlineData("24/7", "SU,MO,TU,WE,TH,FR,SA 00:00-24:00")]
    [InlineData("lundi au jeudi, 8h30 à 12h et 13h à 16h", "MO,TU,WE,TH 08:30-12:00 MO,TU,WE,TH 13:00-16:00")]
    [InlineData("Lun. et mer. 9 h - 12 h, sam. 10 h - 11 h 30", "MO,WE 09:00-12:00 SA 10:00-11:30")]
    [InlineData("Monday to Friday from 9:00 to 17:00", "MO,TU,WE,TH,FR 09:00-17:00")]
    [InlineData("Mon-Fri 9am-5pm; Sat. 10:30 a.m. to 1 P.M.", "MO,TU,WE,TH,FR 09:00-17:00 SA 10:30-13:00")]
    [InlineData("Friday from 6 pm to 12:30 am, Sunday 12 am to 12 pm", "FR 18:00-00:30 SU 00:00-12:00")]
    [InlineData("Fr 22:00-03:00", "FR 22:00-03:00")]
    [InlineData("lundi au jeudi de 8h30 à 16h; vendredi fermé", "MO,TU,WE,TH 08:30-16:00")]
    [InlineData("lundi au jeudi 8h30-16h, ven. 9 h à midi", "MO,TU,WE,TH 08:30-16:00 FR 09:00-12:00")]
    [InlineData("Saturday and Sunday closed; Monday to Friday noon to midnight", "MO,TU,WE,TH,FR 12:00-24:00")]
    [InlineData("", "")]
    public void Hours_are_read_as_people_write_them(string text, string read)
    {
        Assert.True(PlainHours.TryRead(text, out var hours, out var problem), problem);
        Assert.Equal(read, string.Join(' ', hours.Select(range => $"{range.Days} {range.Opens}-{range.Closes}")));
    }
}
