using System.Globalization;
using System.Text;

namespace AppelAide.Benchmarks;

/// <summary>
/// A directory of so many services as another publisher would export it, HSDS 3.0 tabular: ten services an organization, UUIDs, addresses, hours, telephones,
/// languages, service areas, categories, documents. The same for the same number.
/// </summary>
internal sealed class GeneratedDirectory
{
    private static readonly string[] Hours = ["MO,TU,WE,TH,FR", "MO,WE,FR", "TU,TH", "MO,TU,WE,TH,FR,SA", "SA,SU"];

    private readonly Random random;
    private readonly string folder;
    private readonly Dictionary<string, StreamWriter> files = [];

    private GeneratedDirectory(string folder, int seed)
    {
        this.folder = folder;
        random = new Random(seed);
    }

    /// <summary>Writes the files; the number of rows in them.</summary>
    public static long Write(string folder, int services, IReadOnlyList<string> terms)
    {
        System.IO.Directory.CreateDirectory(folder);
        var writer = new GeneratedDirectory(folder, services);
        try
        {
            return writer.Write(services, terms);
        }
        finally
        {
            foreach (var file in writer.files.Values)
                file.Dispose();
        }
    }

    private long Write(int services, IReadOnlyList<string> terms)
    {
        long rows = 0;
        var termIds = terms.Select(_ => Id()).ToArray();
        for (var i = 0; i < terms.Count; i++)
            Row("taxonomy_terms.csv", "id,code,name,description,taxonomy", termIds[i], Text(i), terms[i], terms[i], "bench");
        for (var i = 0; i < services; i += 10)
        {
            var organization = Id();
            Row("organizations.csv", "id,name,description,email,website", organization, $"Organisme {i}", "Une maison ouverte à tout le monde, pour avoir un coup de main.", $"o{i}@exemple.org", $"https://exemple.org/{i}");
            var location = Id();
            var (latitude, longitude) = (45.4 + (random.NextDouble() * 4), -74.5 + (random.NextDouble() * 10));
            Row("locations.csv", "id,location_type,organization_id,name,latitude,longitude", location, "physical", organization, $"Maison {i}", Text(latitude), Text(longitude));
            Row("addresses.csv", "id,location_id,address_1,city,state_province,postal_code,country,address_type", Id(), location, $"{i}, rue Principale", "Gaspé", "QC", "G4X 1A1", "CA", "physical");
            Row("accessibility.csv", "id,location_id,description", Id(), location, "Accessible en fauteuil roulant.");
            for (var n = i; n < Math.Min(i + 10, services); n++)
            {
                var (service, site) = (Id(), Id());
                Row(
                    "services.csv", "id,organization_id,name,description,status,application_process,eligibility_description,minimum_age,assured_date,assurer_email", service, organization, $"Service {n}",
                    "De l'aide pour les gens qui en ont besoin, sans rendez-vous et sans questions gênantes, toute l'année.", "active", "Appelez avant de venir.", "Pour tout le monde", n % 10 == 0 ? "55" : "", "2026-05-01", $"s{n}@exemple.org");
                Row("service_at_location.csv", "id,service_id,location_id", site, service, location);
                Row("phones.csv", "id,service_id,number,type", Id(), service, "418-555-01" + (n % 100).ToString("00", CultureInfo.InvariantCulture), "voice");
                Row("schedules.csv", "id,service_at_location_id,freq,byday,opens_at,closes_at", Id(), site, "WEEKLY", Hours[n % Hours.Length], Text(8 + (n % 3)) + ":00", Text(16 + (n % 3)) + ":30");
                Row("languages.csv", "id,service_id,name,code", Id(), service, "Français", "fr");
                Row("attributes.csv", "id,link_id,taxonomy_term_id,link_entity", Id(), service, termIds[n % termIds.Length], "service");
                if (n % 3 == 0)
                    Row("required_documents.csv", "id,service_id,document", Id(), service, "une preuve de revenu");
                if (n % 5 == 0)
                    Row("service_areas.csv", "id,service_id,name", Id(), service, "Gaspésie");
            }
        }

        return rows;

        void Row(string file, string header, params string[] fields)
        {
            if (!files.TryGetValue(file, out var writer))
            {
                files[file] = writer = new(Path.Combine(folder, file), append: false, new UTF8Encoding(false)) { NewLine = "\n" };
                writer.WriteLine(header);
            }

            writer.WriteLine(string.Join(',', fields.Select(field => field.Contains(',', StringComparison.Ordinal) ? $"\"{field}\"" : field)));
            rows++;
        }
    }

    private string Id()
    {
        Span<byte> bytes = stackalloc byte[16];
        random.NextBytes(bytes);
        return new Guid(bytes).ToString("D");
    }

    private static string Text(double number) => number.ToString("0.#####", CultureInfo.InvariantCulture);
}
