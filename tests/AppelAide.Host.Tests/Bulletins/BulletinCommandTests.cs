using AppelAide.Host.Tests.Http;
using AppelAide.Host.Tests.Start;

namespace AppelAide.Host.Tests.Bulletins;

public sealed class BulletinCommandTests : IAsyncLifetime
{
    private LineFolder folder = null!;

    public async Task InitializeAsync() => folder = await LineFolder.CreateAsync();

    public Task DisposeAsync()
    {
        folder.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task A_bulletin_is_written_shown_tried_scheduled_and_cancelled()
    {
        var (code, output, errors) = await RunAsync("write", "--topic", "internet", "--place", "Gaspé", "--place", "Percé", "--fr", "Wifi gratuit à la bibliothèque.", "--en", "Free wifi at the library.");
        Assert.Equal((0, ""), (code, errors));
        Assert.Contains("Bulletin 1, draft", output);
        Assert.Contains("For: Gaspé, MRC La Côte-de-Gaspé; Percé, MRC Le Rocher-Percé.", output);
        Assert.Contains("fr  Ligne AppelAide: Wifi gratuit à la bibliothèque. ARRET pour cesser\n    1 segment", output);
        Assert.Contains("0 people\nCost, about: 0.00 $", output);
        Assert.Equal(0, (await RunAsync("test", "1", "--to", "+14185550142")).Code);
        var day = TimeProvider.System.GetUtcNow().AddDays(60).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        Assert.Contains("more than a year away", (await RunAsync("schedule", "1", "--at", "2940-12-03 10:00")).Errors);
        Assert.Contains($"from {day} 10:00 on", (await RunAsync("schedule", "1", "--at", $"{day} 10:00")).Output);
        Assert.Contains($"scheduled  {day} 10:00", (await RunAsync("list")).Output);
        Assert.Contains("0 messages", (await RunAsync("cancel", "1")).Output);
        Assert.Contains("Bulletin 1, cancelled", (await RunAsync("show", "1")).Output);
    }

    [Fact]
    public async Task What_is_refused_is_said_in_one_sentence_each()
    {
        Assert.Equal((1, "There is no bulletin 7.\n"), Refusal(await RunAsync("show", "7")));
        var (code, errors) = Refusal(await RunAsync("write", "--topic", "gossip", "--place", "Xyzzy", "--fr", "a", "--en", "b"));
        Assert.Equal(1, code);
        Assert.Equal(2, errors.TrimEnd().Split('\n').Length);
        Assert.Equal(2, (await RunAsync("schedule", "1", "--at", "tomorrow")).Code);
        Assert.Equal(2, (await RunAsync("schedule", "1")).Code);
        Assert.Equal(2, (await RunAsync("test", "1", "--to", "me")).Code);
        Assert.Equal(2, (await RunAsync("write", "--topic", "news")).Code);
    }

    private static (int Code, string Errors) Refusal((int Code, string Output, string Errors) run) => (run.Code, run.Errors);

    private Task<(int Code, string Output, string Errors)> RunAsync(params string[] arguments) => LineProcess.RunAsync(
        folder.Path, ["bulletin", .. arguments], ("Database__ConnectionString", folder.ConnectionString), ("Privacy__PhoneKey", LineFolder.PhoneKey));
}
