using System.Collections.Immutable;
using AppelAide.Host.Directory;

namespace AppelAide.Host.Tests.Directory;

/// <summary>Some places of Gaspésie, Charlevoix and Québec; facts of the official register of municipalities.</summary>
internal static class SomePlaces
{
    public const string Gaspe = "03005";
    public const string SainteAnne = "04037";
    public const string Perce = "02005";
    public const string CapChat = "04047";
    public const string Iles = "01023";
    public const string Quebec = "23027";
    public const string Limoilou = "23027-limoilou";

    private const string Gaspesie = "Gaspésie--Îles-de-la-Madeleine";

    public static ImmutableArray<Place> All { get; } =
    [
        Of(Iles, "Les Îles-de-la-Madeleine", "Les Îles-de-la-Madeleine", Gaspesie, 47.380, -61.860, 12451, "G4T1A1;G4T", "Les Îles;Cap-aux-Meules;Fatima") with { TimeZone = "America/Halifax" },
        Of(Perce, "Percé", "Le Rocher-Percé", Gaspesie, 48.524, -64.213, 3129, "G0C2L0", "Cap-d'Espoir"),
        Of("02047", "Port-Daniel--Gascons", "Le Rocher-Percé", Gaspesie, 48.183, -64.967, 2255, "G0C2N0"),
        Of(Gaspe, "Gaspé", "La Côte-de-Gaspé", Gaspesie, 48.831, -64.487, 15503, "G4X2A5;G4X", "Rivière-au-Renard;Cap-des-Rosiers;York"),
        Of("03010", "Cloridorme", "La Côte-de-Gaspé", Gaspesie, 49.183, -64.833, 608, "G0E1G0"),
        Of("03015", "Petite-Vallée", "La Côte-de-Gaspé", Gaspesie, 49.217, -65.033, 154, "G0E1Y0"),
        Of("03020", "Grande-Vallée", "La Côte-de-Gaspé", Gaspesie, 49.233, -65.133, 1082, "G0E1K0"),
        Of("04005", "Sainte-Madeleine-de-la-Rivière-Madeleine", "La Haute-Gaspésie", Gaspesie, 49.250, -65.317, 274, "G0E1P0"),
        Of("04010", "Saint-Maxime-du-Mont-Louis", "La Haute-Gaspésie", Gaspesie, 49.233, -65.733, 1032, "G0E1T0"),
        Of("04015", "Mont-Saint-Pierre", "La Haute-Gaspésie", Gaspesie, 49.217, -65.800, 201, "G0E1V0"),
        Of(SainteAnne, "Sainte-Anne-des-Monts", "La Haute-Gaspésie", Gaspesie, 49.124, -66.492, 6134, "G4V1A1;G4V", "Tourelle"),
        Of(CapChat, "Cap-Chat", "La Haute-Gaspésie", Gaspesie, 49.100, -66.683, 2525, "G0J1E0"),
        Of("05020", "Hope Town", "Bonaventure", Gaspesie, 48.050, -65.183, 330, "G0C3C1"),
        Of("05025", "Hope", "Bonaventure", Gaspesie, 48.067, -65.250, 613, "G0C2K0"),
        Of("05040", "New Carlisle", "Bonaventure", Gaspesie, 48.017, -65.333, 1330, "G0C1Z0"),
        Of("05045", "Bonaventure", "Bonaventure", Gaspesie, 48.050, -65.483, 2716, "G0C1E0"),
        Of("05055", "Saint-Siméon", "Bonaventure", Gaspesie, 48.067, -65.567, 1253, "G0C3A0"),
        Of("05070", "New Richmond", "Bonaventure", Gaspesie, 48.167, -65.867, 3933, "G0C2B0"),
        Of("06005", "Maria", "Avignon", Gaspesie, 48.167, -65.983, 2760, "G0C1Y0"),
        Of("06013", "Carleton-sur-Mer", "Avignon", Gaspesie, 48.100, -66.133, 4164, "G0C1J0"),
        Of("06020", "Nouvelle", "Avignon", Gaspesie, 48.133, -66.317, 1816, "G0C2E0"),
        Of("06030", "Pointe-à-la-Croix", "Avignon", Gaspesie, 48.017, -66.683, 1293, "G0C1L0"),
        Of("06045", "Matapédia", "Avignon", Gaspesie, 47.967, -66.950, 579, "G0J1V0"),
        Of("06050", "Saint-Alexis-de-Matapédia", "Avignon", Gaspesie, 47.967, -67.067, 508, "G0J2E0"),
        Of("15058", "Saint-Siméon", "Charlevoix-Est", "Capitale-Nationale", 47.850, -69.883, 1126, "G0T1X0"),
        Of("16013", "Baie-Saint-Paul", "Charlevoix", "Capitale-Nationale", 47.441, -70.498, 7801, "G3Z"),
        Of(Quebec, "Québec", "Québec", "Capitale-Nationale", 46.813, -71.208, 595190, "G1R4S9"),
        Of("23027-cite-limoilou", "La Cité-Limoilou", "Québec", "Capitale-Nationale", 46.822, -71.224, 106000, "G1J;G1K") with { Kind = "borough", ParentId = Quebec },
        Of(Limoilou, "Limoilou", "Québec", "Capitale-Nationale", 46.834, -71.224, 0, "G1J;G1L") with { Kind = "neighbourhood", ParentId = "23027-cite-limoilou" },
        Of("23027-plateau", "Le Plateau", "Québec", "Capitale-Nationale", 46.776, -71.317, 0, "G1X") with { Kind = "neighbourhood", ParentId = Quebec },
    ];

    public static Place Of(string id, string name, string mrc, string region, double latitude, double longitude, int population, string postalCodes = "", string aliases = "") =>
        new(id, name, "municipality", "", mrc, region, latitude, longitude, "America/Toronto", Split(postalCodes), Split(aliases), population);

    private static ImmutableArray<string> Split(string list) => [.. list.Split(';', StringSplitOptions.RemoveEmptyEntries)];
}
