using AppelAide.Dialogue.Inputs;
using AppelAide.Host.Directory;
using AppelAide.Host.Directory.Freshness;
using AppelAide.Host.Tests.Golden;

namespace AppelAide.Host.Tests.Directory.Freshness;

/// <summary>What citizens hear of a service that nobody made sure of for more than a year.</summary>
public sealed class StaleConversationTests
{
    [Theory]
    [InlineData("2025-11-22", true)]
    [InlineData("2025-11-23", false)]
    public async Task The_line_says_that_a_record_is_more_than_a_year_old(string verified, bool told)
    {
        await using var line = await VerifiedAsync(verified);
        var arrival = await line.Conversations.StartCallAsync("CA1", "+14185552301", null, trial: false, default);
        var asked = await line.Conversations.AdvanceCallAsync(arrival.ConversationNo, arrival.Turn.Number, "CA1", new SpeechInput("j'ai faim", 0.9), null, default);
        var found = await line.Conversations.AdvanceCallAsync(arrival.ConversationNo, asked!.Turn.Number, "CA1", new SpeechInput("Gaspé", 0.9), null, default);
        var offer = await line.Conversations.AdvanceCallAsync(arrival.ConversationNo, found!.Turn.Number, "CA1", new DigitsInput("1"), null, default);
        var said = string.Join(' ', offer!.Turn.Said.Select(utterance => utterance.Text));
        Assert.Contains("Carrefour du Havre", said, StringComparison.Ordinal);
        Assert.Equal(told, said.Contains("Cette information date de plus d'un an: appelez avant de vous déplacer.", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("faim gaspé", "Info de plus d'un an.")]
    [InlineData("food gaspé", "Info over a year old.")]
    public async Task A_text_says_it_in_a_few_words(string text, string told)
    {
        await using var line = await VerifiedAsync("2024-05-01");
        var reply = await line.Conversations.ReceiveTextAsync("SM1", "+14185552302", new TextInput(text), trial: false, default);
        Assert.Contains(told, reply!.Text, StringComparison.Ordinal);
    }

    private static async Task<GoldenLine> VerifiedAsync(string day)
    {
        var line = await GoldenLine.OpenAsync();
        Assert.True(await line.Get<FreshnessStore>().VerifyAsync("carrefour-du-havre-1", DateOnly.Parse(day, null), "Nadia", default));
        Assert.True(await line.Get<DirectorySource>().RefreshAsync(default));
        return line;
    }
}
