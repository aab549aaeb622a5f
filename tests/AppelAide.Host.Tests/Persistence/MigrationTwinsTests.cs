using System.Text.RegularExpressions;

namespace AppelAide.Host.Tests.Persistence;

public sealed partial class MigrationTwinsTests
{
    private static readonly string Root = Path.Combine(AppContext.BaseDirectory, "db");

    [Fact]
    public void Both_databases_have_the_same_migrations() => Assert.Equal(Names("sqlite"), Names("sqlserver"));

    [Fact]
    public void Each_migration_makes_the_same_tables_with_the_same_columns_in_both()
    {
        foreach (var name in Names("sqlite"))
            Assert.Equal(Columns("sqlite", name), Columns("sqlserver", name));
    }

    private static List<string?> Names(string folder) =>
        [.. System.IO.Directory.GetFiles(Path.Combine(Root, folder), "*.sql").Select(Path.GetFileName).Order(StringComparer.Ordinal)];

    private static List<string> Columns(string folder, string? file) =>
        [.. TableOrColumn().Matches(File.ReadAllText(Path.Combine(Root, folder, file!))).Select(match => match.Value.Trim())];

    // A column is a line of two spaces, a name in lower case, and a type.
    [GeneratedRegex(@"^(CREATE TABLE \w+|  [a-z][a-z0-9_]*(?= ))", RegexOptions.Multiline)]
    private static partial Regex TableOrColumn();
}
