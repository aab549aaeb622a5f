using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace AppelAide.Host.Persistence;

/// <summary>A numbered step of the schema: one file of <c>db/sqlite</c> or <c>db/sqlserver</c>. Once applied anywhere it never changes.</summary>
/// <param name="Number">From 1, without gaps.</param>
/// <param name="Name">The file's name without its number and extension.</param>
/// <param name="Script">Its SQL.</param>
/// <param name="Checksum">SHA-256 of the SQL, in hexadecimal, whatever the line endings.</param>
internal sealed partial record Migration(int Number, string Name, string Script, string Checksum)
{
    /// <summary>The migrations of a folder, in order.</summary>
    /// <exception cref="MigrationException">The folder is absent or empty, or a file is badly named, or the numbers are not 1, 2, 3…</exception>
    public static IReadOnlyList<Migration> ReadAll(string folder)
    {
        var files = System.IO.Directory.Exists(folder) ? System.IO.Directory.GetFiles(folder, "*.sql") : [];
        var migrations = files.Select(Read).OrderBy(migration => migration.Number).ToList();
        if (migrations.Count == 0)
            throw new MigrationException($"There is no migration in {folder}: the program is not whole.");
        for (var i = 0; i < migrations.Count; i++)
        {
            if (migrations[i].Number != i + 1)
                throw new MigrationException($"The migrations of {folder} are not numbered 1, 2, 3…: look at {migrations[i]}.");
        }

        return migrations;
    }

    /// <summary>As the file is called.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Number:0000}_{Name}");

    private static Migration Read(string file)
    {
        if (FileName().Match(Path.GetFileName(file)) is not { Success: true } match)
            throw new MigrationException($"{file} is not named as a migration is: 0001_name.sql.");
        var script = File.ReadAllText(file).ReplaceLineEndings("\n");
        var checksum = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(script)));
        return new Migration(int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture), match.Groups[2].Value, script, checksum);
    }

    [GeneratedRegex(@"^(\d{4})_([a-z0-9_]+)\.sql$", RegexOptions.CultureInvariant)]
    private static partial Regex FileName();
}
