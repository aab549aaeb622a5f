using System.Globalization;

namespace AppelAide.Host.Tests.Directory.Import;

/// <summary>A community group's spreadsheets in a folder of their own, gone afterwards.</summary>
internal sealed class Spreadsheets : IDisposable
{
    private readonly List<string> services = [];

    /// <summary>The folder.</summary>
    public string Folder { get; } = System.IO.Directory.CreateTempSubdirectory("appelaide-").FullName;

    /// <summary>One organization at one address in Gaspé, and no service yet.</summary>
    public static Spreadsheets OfOneHouse(string organization = "maison")
    {
        var sheets = new Spreadsheets();
        sheets.Write("organizations.csv", $"id,name,phone\n{organization},Maison du Quai,+14185550101\n");
        sheets.Write("locations.csv", $"id,organization_id,name,address,place_id,latitude,longitude,wheelchair\n{organization}-porte,{organization},Maison du Quai,\"14, rue du Vieux-Gréement, Gaspé\",,48.832,-64.485,yes\n");
        return sheets;
    }

    /// <summary>Adds a service of the house.</summary>
    public Spreadsheets With(string id, string name, string needs = "food", string hours = "Mo-Fr 09:00-16:00", string phone = "+14185550102", string organization = "maison")
    {
        services.Add($"{id},{organization},{organization}-porte,{name},{needs},{phone},{hours},fr;en");
        return this;
    }

    /// <summary>Many services of the house.</summary>
    public Spreadsheets WithMany(int count)
    {
        for (var i = 0; i < count; i++)
            With(string.Create(CultureInfo.InvariantCulture, $"s{i}"), $"Repas {i}");
        return this;
    }

    /// <summary>Writes the services and gives the folder.</summary>
    public string Save()
    {
        Write("services.csv", "id,organization_id,location_id,name_fr,needs,phone,hours,languages\n" + string.Join('\n', services) + "\n");
        return Folder;
    }

    /// <summary>Writes a file.</summary>
    public void Write(string file, string text) => File.WriteAllText(Path.Combine(Folder, file), text);

    public void Dispose() => System.IO.Directory.Delete(Folder, recursive: true);
}
