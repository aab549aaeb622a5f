using System.Net;
using System.Net.Sockets;
using AppelAide.Host.Tests.Http;

namespace AppelAide.Host.Tests.Start;

public sealed class StartMistakeTests : IDisposable
{
    private readonly LineFolder folder = LineFolder.Empty();

    [Theory]
    [InlineData("--Database:Provider=Oracle", "Database:Provider")]
    [InlineData("--Database:ConnectionString=Server=here;Nonsense=1", "Database:ConnectionString")]
    [InlineData("--Database:ConnectionString=Data Source=:memory:", "Database:ConnectionString")]
    [InlineData("--Database:ConnectionString=Data Source=/proc/nowhere/line.db", "/proc/nowhere")]
    [InlineData("--Line:TimeZone=Quebec/Gaspe", "Line:TimeZone")]
    [InlineData("--Line:Hours=from nine to five", "Line:Hours")]
    [InlineData("--Line:TransferNumber=418-555-0199", "Line:TransferNumber")]
    [InlineData("--Line:Languages=fr,es", "Line:Languages")]
    [InlineData("--Line:FrenchFirst=perhaps", "Line:FrenchFirst")]
    [InlineData("--Line:PublicBaseUrl=line.example.org", "Line:PublicBaseUrl")]
    [InlineData("--Line:Scripts=nowhere", "Line:Scripts")]
    [InlineData("--Privacy:PhoneKey=short", "Privacy:PhoneKey")]
    [InlineData("--Twilio:AccountSid=me", "Twilio:AccountSid")]
    [InlineData("--Twilio:PhoneNumber=5550100", "Twilio:PhoneNumber")]
    [InlineData("--Twilio:ApiBaseUrl=nowhere", "Twilio:ApiBaseUrl")]
    [InlineData("--Scheduling:CheckIn=00:00:00", "Scheduling:CheckIn")]
    [InlineData("--urls=nonsense", "nonsense")]
    [InlineData("--urls=ftp://127.0.0.1:0", "ftp")]
    public async Task A_mistake_is_said_in_one_line(string setting, string named)
    {
        var errors = await RefusesAsync(1, ["serve", "--urls=http://127.0.0.1:0", setting]);
        Assert.Contains(named, Assert.Single(errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_mistake_is_said_at_once_each_in_its_line()
    {
        var errors = await RefusesAsync(
            1, ["--Database:Provider=Oracle", "--Line:TimeZone=x", "--Line:Hours=x", "--Line:TransferNumber=x", "--Twilio:AccountSid=x", "--Privacy:PhoneKey=x"]);
        Assert.Equal(6, errors.Length);
        foreach (var key in new[] { "Database:Provider", "Line:TimeZone", "Line:Hours", "Line:TransferNumber", "Twilio:AccountSid", "Privacy:PhoneKey" })
            Assert.Single(errors, error => error.StartsWith(key, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Production_without_a_token_is_refused()
    {
        var errors = await RefusesAsync(1, ["serve", "--urls=http://127.0.0.1:0"], ("ASPNETCORE_ENVIRONMENT", "Production"));
        Assert.Contains("Twilio:AuthToken", Assert.Single(errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sql_server_without_a_connection_string_or_a_key_is_refused()
    {
        var errors = await RefusesAsync(1, ["--Database:Provider=SqlServer", "--Database:ConnectionString="]);
        Assert.StartsWith("Database:ConnectionString", Assert.Single(errors), StringComparison.Ordinal);
        errors = await RefusesAsync(1, ["--Database:Provider=SqlServer", "--Database:ConnectionString=Server=nowhere;Database=line"]);
        Assert.StartsWith("Privacy:PhoneKey", Assert.Single(errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Broken_scripts_are_refused_with_a_line_for_each_defect()
    {
        var scripts = folder.CopyScripts();
        var file = Path.Combine(scripts, "accueil.yaml");
        await File.WriteAllTextAsync(file, (await File.ReadAllTextAsync(file)).Replace("go: formations }", "go: nowhere }", StringComparison.Ordinal));
        var errors = await RefusesAsync(1, [$"--Line:Scripts={scripts}"]);
        Assert.Contains("defects", errors[0], StringComparison.Ordinal);
        Assert.All(errors[1..], error => Assert.Contains(".yaml", error, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_port_that_is_taken_is_said_in_one_line()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var errors = await RefusesAsync(1, ["serve", $"--urls=http://{taken.LocalEndpoint}"]);
        Assert.Contains($"{taken.LocalEndpoint}", Assert.Single(errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_said_in_one_line()
    {
        await File.WriteAllTextAsync(folder.DatabaseFile, new string('x', 5000));
        Assert.Contains("not a database", Assert.Single(await RefusesAsync(1, ["--urls=http://127.0.0.1:0"])), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("frobnicate")]
    [InlineData("serve", "--frobnicate")]
    [InlineData("--frobnicate")]
    [InlineData("serve", "now")]
    [InlineData("serve", "--Line:Name")]
    [InlineData("scripts")]
    [InlineData("scripts", "chekc")]
    [InlineData("scripts", "check", "--nowhere")]
    [InlineData("db", "migrate", "--nowhere")]
    public async Task An_unknown_verb_or_option_is_wrong_usage(params string[] arguments) => Assert.NotEmpty(await RefusesAsync(2, arguments));

    [Theory]
    [InlineData("--help")]
    [InlineData("serve", "--help")]
    [InlineData("db", "status", "--help")]
    public async Task Help_is_everywhere(params string[] arguments)
    {
        var (code, output, errors) = await LineProcess.RunAsync(folder.Path, arguments);
        Assert.Equal((0, ""), (code, errors));
        Assert.Contains("Usage:", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_is_migrated_once_and_its_status_is_told()
    {
        (string, string)[] here = [("Database__ConnectionString", folder.ConnectionString)];
        var (code, output, _) = await LineProcess.RunAsync(folder.Path, ["db", "migrate"], here);
        Assert.Equal(0, code);
        Assert.StartsWith("applied 0001", output, StringComparison.Ordinal);
        Assert.Equal((0, "The database is up to date.\n"), await OutputAsync("migrate"));
        Assert.Contains("0001", (await OutputAsync("status")).Output, StringComparison.Ordinal);

        async Task<(int Code, string Output)> OutputAsync(string verb)
        {
            var (exit, written, _) = await LineProcess.RunAsync(folder.Path, ["db", verb], here);
            return (exit, written);
        }
    }

    public void Dispose() => folder.Dispose();

    /// <summary>The program ends with that code, and says why in lines that a person can read.</summary>
    private async Task<string[]> RefusesAsync(int code, string[] arguments, params (string, string)[] environment)
    {
        (string, string)[] all = [("Database__ConnectionString", folder.ConnectionString), .. environment];
        var (exit, output, errors) = await LineProcess.RunAsync(folder.Path, arguments, all);
        Assert.Equal((code, true), (exit, errors.Length > 0));
        Assert.DoesNotContain("   at ", errors + output, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", errors + output, StringComparison.Ordinal);
        return errors.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
