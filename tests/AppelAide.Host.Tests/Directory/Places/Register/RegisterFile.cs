using System.Globalization;
using System.Text;

namespace AppelAide.Host.Tests.Directory.Places.Register;

/// <summary>A register of a test's own, in the columns of the official one.</summary>
internal sealed class RegisterFile : IDisposable
{
    public const string Header = "mcode,munnom,mdes,mcodedesi,mcodpos,mtel,regadm,mrc,divrec,mpopul,latitude,longitude";

    private readonly string folder = System.IO.Directory.CreateTempSubdirectory("appelaide-register-").FullName;

    public RegisterFile(params string[] rows)
    {
        Path = System.IO.Path.Combine(folder, "register.csv");
        Write(rows);
    }

    public string Path { get; }

    /// <summary>A row of the MRC of Avignon.</summary>
    public static string Row(string code, string name, int population = 500, string kind = "Municipalité,05", string position = ",", string mrc = "MRC Avignon (060)") =>
        string.Create(CultureInfo.InvariantCulture, $"{code},{name},{kind},G0C1A0,0000000000,Gaspésie--Îles-de-la-Madeleine (11),{mrc},Avignon (06),{population},{position}");

    public void Write(params string[] rows) => File.WriteAllText(Path, string.Join("\r\n", [Header, .. rows]) + "\r\n");

    public void WriteAs(Encoding encoding, string text) => File.WriteAllBytes(Path, encoding.GetBytes(text));

    /// <summary>Another file beside the register.</summary>
    public string Beside(string name, string text)
    {
        var path = System.IO.Path.Combine(folder, name);
        File.WriteAllText(path, text);
        return path;
    }

    public void Dispose() => System.IO.Directory.Delete(folder, recursive: true);
}
