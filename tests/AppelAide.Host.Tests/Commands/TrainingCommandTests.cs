using AppelAide.Host.Tests.Http;
using AppelAide.Host.Tests.Start;
using Microsoft.Data.Sqlite;

namespace AppelAide.Host.Tests.Commands;

/// <summary>The verbs of <c>training</c> as staff type them: what is printed, where, and the exit code.</summary>
public sealed class TrainingCommandTests : IAsyncLifetime
{
    private LineFolder folder = null!;

    public async Task InitializeAsync()
    {
        folder = await LineFolder.CreateAsync();
        // A verb runs now, whatever day the sample is of.
        foreach (var (id, days) in new[] { ("vague-tablet-1", 20), ("vague-tablet-2", 30) })
            Execute($"UPDATE training_session SET date = '{Day(days)}', seats = 2 WHERE id = '{id}'");
    }

    public Task DisposeAsync()
    {
        folder.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Somebody_is_registered_listed_moved_and_told()
    {
        var rose = await RunAsync("register", "vague-tablet-1", "418 555-0142", "--name", "Rose Roy");
        Assert.Equal((0, ""), (rose.Code, rose.Errors));
        Assert.StartsWith("Rose Roy (…42) has a seat in vague-tablet-1: code ", rose.Output);
        var code = rose.Output.Split("code ")[1][..3];
        Assert.Equal(2, (await RunAsync("register", "vague-tablet-1", "+14185550143", "--name", "Paul\u001b[2J")).Code);
        Assert.Equal(0, (await RunAsync("register", "vague-tablet-1", "+14185550143", "--name", "<b>Paul</b>")).Code);
        var full = await RunAsync("register", "vague-tablet-1", "4185550144");
        Assert.Equal((1, "", "vague-tablet-1 is full: 2 of 2 seats are taken. Say --wait, or --overbook to give a seat beyond its 2.\n"), full);
        Assert.Contains("number 1 in line", (await RunAsync("register", "vague-tablet-1", "4185550144", "--wait")).Output);

        Assert.Contains(
            $"{Day(20)}  13:30  Ma tablette, pas à pas; Bibliothèque de la Vague, Sainte-Anne-des-Monts; 2/2, 1 waiting\n",
            (await RunAsync("list", "--place", "Sainte-Anne-des-Monts", "--kind", "training")).Output);
        var show = (await RunAsync("show", "vague-tablet-1")).Output;
        Assert.Contains("Registered: 2\n", show);
        Assert.Contains($"  {code}  Rose Roy (…42)\n", show);
        Assert.Contains("No name, telephone …44, number 1 in line\n", show);
        Assert.DoesNotContain("5550142", show);
        Assert.Contains($"[ ]  {code}  Rose Roy ", (await RunAsync("roster", "vague-tablet-1")).Output);
        Assert.Equal(0, (await RunAsync("roster", "vague-tablet-1", "--out", "roster.html", "--lang", "en")).Code);
        var page = await File.ReadAllTextAsync(Path.Combine(folder.Path, "roster.html"));
        Assert.Contains("&lt;b&gt;Paul&lt;/b&gt;", page);
        Assert.DoesNotContain("555", page);
        Assert.Contains(",Rose Roy,,…42,registered,", (await RunAsync("export", "vague-tablet-1")).Output);
        Assert.StartsWith("3 registrations of ", (await RunAsync("export", "--from", Day(19), "--to", Day(20), "--out", "e.csv")).Output);

        Assert.StartsWith("Rose Roy (…42) has a seat in vague-tablet-2, code ", (await RunAsync("move-registration", "vague-tablet-1", code, "vague-tablet-2")).Output);
        Assert.Equal((0, "Rose Roy (…42) had given " + code + " back already.\n", ""), await RunAsync("cancel-registration", "vague-tablet-1", code));
        var cancelled = await RunAsync("cancel", "vague-tablet-2", "--note-fr", "La formatrice est malade.");
        Assert.Equal((0, "vague-tablet-2 is cancelled.\n1 person is to be told; the running line begins within a minute.\n", ""), cancelled);
        Assert.Contains("CANCELLED", (await RunAsync("list")).Output);
        Assert.Contains("takes place", (await RunAsync("restore", "vague-tablet-2")).Output);
        Assert.Contains("about to be told", (await RunAsync("unreached")).Output);
        Assert.Contains("nothing left to be told", (await RunAsync("reached", "vague-tablet-1", code)).Output);
    }

    [Fact]
    public async Task A_session_changes_and_who_came_is_noted_afterwards()
    {
        var code = (await RunAsync("register", "vague-tablet-1", "4185550142")).Output.Split("code ")[1][..3];
        Assert.Contains("from 14:00 to 16:00", (await RunAsync("change", "vague-tablet-1", "--start", "14:00")).Output);
        Assert.Contains("Nobody is told of that.", (await RunAsync("change", "vague-tablet-1", "--seats", "5")).Output);
        var early = await RunAsync("attendance", "vague-tablet-1", "--all-present");
        Assert.Equal((1, "", $"vague-tablet-1 is on {Day(20)}: who came is noted from that day on.\n"), early);
        Execute($"UPDATE training_session SET date = '{Day(-2)}' WHERE id = 'vague-tablet-1'");
        Assert.Equal((1, "", "Nobody in this session has the code \"007\".\n"), await RunAsync("attendance", "vague-tablet-1", "--present", $"{code},007"));
        Assert.DoesNotContain("present", (await RunAsync("show", "vague-tablet-1")).Output);
        Assert.Equal("vague-tablet-1: 1 present, 0 absent.\n", (await RunAsync("attendance", "vague-tablet-1", "--all-present")).Output);
        Assert.Contains("…42, present\n", (await RunAsync("show", "vague-tablet-1")).Output);
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "list.csv"), $"code,attendance\n{code},absent\n");
        Assert.Equal("vague-tablet-1: 0 present, 1 absent.\n", (await RunAsync("attendance", "vague-tablet-1", "--file", "list.csv")).Output);
        Assert.Contains("has begun", (await RunAsync("register", "vague-tablet-1", "4185550143")).Errors);
        Assert.Contains("has begun", (await RunAsync("cancel", "vague-tablet-1", "--note-fr", "x")).Errors);
    }

    [Fact]
    public async Task The_telephone_of_a_partner_is_set_shown_and_removed()
    {
        Assert.Equal((0, "Nobody of vague gets the evening summary.\n", ""), await RunAsync("partner", "vague"));
        Assert.Equal((0, "The telephone …42 gets the evening summary of vague.\n", ""), await RunAsync("partner", "vague", "--phone", "+14185550142"));
        Assert.Contains("…42", (await RunAsync("partner", "vague")).Output);
        Assert.Equal((0, "Nobody of vague gets the evening summary.\n", ""), await RunAsync("partner", "vague", "--remove"));
        Assert.Equal((1, "", "There is no organization \"nobody\".\n"), await RunAsync("partner", "nobody", "--phone", "+14185550142"));
    }

    [Fact]
    public async Task What_is_not_there_is_said_in_one_sentence()
    {
        foreach (var verb in new string[][] { ["show", "x"], ["roster", "x"], ["export", "x"], ["attendance", "x", "--all-present"], ["register", "x", "4185550142"], ["cancel-registration", "x", "142"], ["restore", "x"] })
            Assert.Equal((1, "", "There is no session \"x\"; see \"training list\".\n"), await RunAsync(verb));
        Assert.Equal((1, "", "There is no session \"x\"; see \"training list\".\n"), await RunAsync("move-registration", "vague-tablet-1", "142", "x"));
        Assert.StartsWith("Nobody in vague-tablet-1 has the code \"142\"", (await RunAsync("cancel-registration", "vague-tablet-1", "142")).Errors);
        Assert.StartsWith("Nobody in vague-tablet-1 has the code \"142\"", (await RunAsync("reached", "vague-tablet-1", "142")).Errors);
        Assert.Equal((1, "", "There is no place \"Xyzzy\".\n"), await RunAsync("list", "--place", "Xyzzy"));
        Assert.Equal(1, (await RunAsync("roster", "vague-tablet-1", "--out", "/nowhere/roster.html")).Code);
    }

    [Theory]
    [InlineData("register", "vague-tablet-1", "418 555-99")]
    [InlineData("register", "vague-tablet-1", "911")]
    [InlineData("register", "vague-tablet-1", "4185550142", "--wait", "--overbook")]
    [InlineData("list", "--from", "tomorrow")]
    [InlineData("change", "vague-tablet-1")]
    [InlineData("change", "vague-tablet-1", "--start", "25:00")]
    [InlineData("change", "vague-tablet-1", "--seats", "0")]
    [InlineData("cancel", "vague-tablet-1")]
    [InlineData("attendance", "vague-tablet-1")]
    [InlineData("export")]
    [InlineData("export", "vague-tablet-1", "--from", "2026-12-03")]
    [InlineData("roster", "vague-tablet-1", "--lang", "es")]
    [InlineData("partner", "vague", "--phone", "me")]
    public async Task Wrong_usage_is_one_line_and_repeats_no_number(params string[] arguments)
    {
        var (code, output, errors) = await RunAsync(arguments);
        Assert.Equal((2, ""), (code, output));
        Assert.EndsWith("See --help.", Assert.Single(errors.TrimEnd().Split('\n')));
        if (arguments[0] == "register" && arguments.Length == 3) Assert.DoesNotContain(arguments[2], errors);
    }

    private static string Day(int days) => DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().DateTime).AddDays(days).ToString("yyyy-MM-dd", null);

    private void Execute(string sql)
    {
        using var connection = new SqliteConnection($"{folder.ConnectionString};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private Task<(int Code, string Output, string Errors)> RunAsync(params string[] arguments) => LineProcess.RunAsync(
        folder.Path, ["training", .. arguments], ("Database__ConnectionString", folder.ConnectionString), ("Privacy__PhoneKey", LineFolder.PhoneKey));
}
