using System.Text.Json;
using AppelAide.Host.Calls;
using AppelAide.Host.Commands.Telephone;

namespace AppelAide.Host.Tests.Commands.Telephone;

/// <summary>Calls and texts of the real line, inside the process and over real HTTP.</summary>
public sealed class TerminalPhoneTests
{
    private const string Rose = "+14185550161";
    private const string Leo = "+14185550162";

    [Theory]
    [InlineData("1,Gaspé,1,3,,\"Bonjour, là\",*")]
    [InlineData("j'ai faim,Gaspé,1")]
    [InlineData("3,1,,,,")]
    [InlineData("0,missed,2,Rappelez-moi s'il vous plaît")]
    [InlineData("0,answered")]
    [InlineData("9,0,missed,2,#,#")]
    public async Task A_call_through_the_webhooks_sounds_as_it_does_inside(string keys)
    {
        await using var line = await RunningLine.OpenAsync(transfer: "+15815550111");
        var inside = await CallAsync(line.Inside(), Rose, keys);
        var outside = await CallAsync(line.Outside(), Leo, keys);
        Assert.Equal(Said(inside), Said(outside));
        Assert.All(outside, turn => Assert.Equal(JsonValueKind.Null, turn.GetProperty("node").ValueKind));
        Assert.All(inside, turn => Assert.Equal(JsonValueKind.String, turn.GetProperty("node").ValueKind));
        Assert.True(inside.Count > 1);
    }

    [Fact]
    public async Task What_was_understood_is_told_turn_by_turn()
    {
        await using var line = await RunningLine.OpenAsync();
        var turns = await CallAsync(line.Inside(), Rose, "2,j'ai faim,Gaspé,1");
        Assert.Equal(JsonValueKind.Null, turns[0].GetProperty("understood").GetProperty("intent").ValueKind);
        Assert.Equal(JsonValueKind.Null, turns[0].GetProperty("heard").ValueKind);
        Assert.Contains(turns, turn => turn.GetProperty("understood").GetProperty("need").GetString() == "Alimentation");
        Assert.Contains(turns, turn => turn.GetProperty("understood").GetProperty("place").GetString() == "Gaspé, MRC La Côte-de-Gaspé");
        Assert.All(turns, turn => Assert.Equal("fr", turn.GetProperty("understood").GetProperty("language").GetString()));
    }

    [Fact]
    public async Task The_end_of_a_call_is_told_with_its_length()
    {
        await using var line = await RunningLine.OpenAsync();
        await CallAsync(line.Inside(), Rose, "1");
        await CallAsync(line.Outside(), Leo, "1");
        var calls = await line.Get<CallLogReader>().ListAsync(null, 10, default);
        Assert.Equal(2, calls.Count);
        Assert.All(calls, call => Assert.InRange(call.Seconds ?? 0, 20, 60));
        Assert.Equal([false, true], calls.Select(call => call.Trial));
    }

    [Theory]
    [InlineData("en", "en")]
    [InlineData("fr", "fr")]
    public async Task A_call_begins_in_the_language_that_was_asked_for(string language, string heard)
    {
        await using var line = await RunningLine.OpenAsync();
        foreach (ILineConnection connection in (ILineConnection[])[line.Inside(), line.Outside()])
        {
            var greeting = await connection.CallAsync(Rose, language, default);
            Assert.Equal(heard, greeting.Language);
            Assert.Equal(heard, greeting.Said[0].Language);
        }
    }

    [Fact]
    public async Task Messages_that_the_line_sends_are_seen()
    {
        await using var line = await RunningLine.OpenAsync();
        var phone = line.Inside();
        var answer = await phone.CallAsync(Rose, null, default);
        Assert.Empty(answer.Texts);
        var caller = new ScriptedCaller(["1", "Gaspé", "1", "3"]);
        for (var act = await caller.ActAsync(answer, "fr", default); act.Input is { } input; act = await caller.ActAsync(answer, "fr", default))
            answer = await phone.AnswerAsync(input, default);
        Assert.StartsWith("Ligne AppelAide", Assert.Single(answer.Texts).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_is_answered_alike_inside_and_outside()
    {
        await using var line = await RunningLine.OpenAsync();
        foreach (var text in (string[])["FORMATION Gaspé", "1", "", "jai faim", "arret"])
        {
            var inside = await line.Inside().TextAsync(Rose, text, null, default);
            var outside = await line.Outside().TextAsync(Leo, text, null, default);
            Assert.Equal(Digitless(inside.Runs()), Digitless(outside.Runs()));
            Assert.Equal(inside.Segments, outside.Segments);
            Assert.Equal(0, inside.Seconds);
        }

        static string Digitless(IEnumerable<(string, string Text)> runs) =>
            string.Concat(runs.SelectMany(run => run.Text).Where(character => !char.IsAsciiDigit(character)));
    }

    [Fact]
    public async Task New_senders_are_new_to_the_line()
    {
        await using var line = await RunningLine.OpenAsync();
        var first = FictionalNumbers.All().First();
        var phone = line.Inside();
        Assert.Equal(first, await FirstAsync());
        await phone.TextAsync(first, "allo", null, default);
        Assert.NotEqual(first, await FirstAsync());
        Assert.Equal(FictionalNumbers.All().Distinct().Count(), FictionalNumbers.All().Count());

        async Task<string> FirstAsync()
        {
            await foreach (var number in phone.NewNumbersAsync(default))
                return number;
            return "";
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("https://ligne.example.org")]
    public async Task A_signed_line_takes_signed_calls_only(string publicBaseUrl)
    {
        await using var line = await RunningLine.OpenAsync("a-token", publicBaseUrl);
        Assert.NotEmpty(await CallAsync(line.Outside("a-token", publicBaseUrl), Rose, "1"));
        Assert.Contains("AuthToken", (await Assert.ThrowsAsync<NoLineException>(() => CallAsync(line.Outside(), Rose, "1"))).Message, StringComparison.Ordinal);
        Assert.Contains("AuthToken", (await Assert.ThrowsAsync<NoLineException>(() => CallAsync(line.Outside("another", publicBaseUrl), Rose, "1"))).Message, StringComparison.Ordinal);
    }

    private static async Task<List<JsonElement>> CallAsync(ILineConnection line, string from, string keys)
    {
        var output = new StringWriter();
        await new TerminalPhone(line, new ScriptedCaller(KeyTokens.Split(keys)), new JsonScreen(output)).CallAsync(from, null, default);
        return [.. output.ToString().Split(output.NewLine, StringSplitOptions.RemoveEmptyEntries).Select(turn => JsonDocument.Parse(turn).RootElement)];
    }

    private static IEnumerable<string> Said(List<JsonElement> turns) =>
        turns.Select(turn => turn.GetProperty("said").GetRawText() + turn.GetProperty("seconds").GetRawText());
}
