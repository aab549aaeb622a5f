namespace AppelAide.Host.Tests.Golden;

/// <summary>A golden conversation in which time passes.</summary>
public sealed class GoldenTimeTests
{
    private const string Asks = """
        # Somebody asks for a number by text.
        channel: voice
        from: +14185551085
        at: 2026-11-23 10:00
        language: en
        {0}
        > (appel)
        > "food in Gaspé"
        > 3
        """;

    [Fact]
    public async Task What_is_due_is_sent_and_shown_as_it_arrives()
    {
        var written = await PlayAsync($"{string.Format(System.Globalization.CultureInfo.InvariantCulture, Asks, "")}\n> (2026-11-23 11:00)\n> (2026-11-23 12:00)\n");
        Assert.Contains("> (2026-11-23 11:00)\n< (texto) AppelAide Line: Carrefour du Havre, 418-555-0137, ", written, StringComparison.Ordinal);
        Assert.EndsWith("> (2026-11-23 12:00)\n", written, StringComparison.Ordinal);
        Assert.Equal(1, written.Split("= outbox:").Length - 1);
        Assert.True(written.IndexOf("= outbox:", StringComparison.Ordinal) < written.IndexOf("> (2026-11-23 11:00)", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_telephone_that_takes_no_texts_is_called_and_what_follows_answers_the_call()
    {
        var written = await PlayAsync($"{string.Format(System.Globalization.CultureInfo.InvariantCulture, Asks, "landline: yes")}\n> (2026-11-23 11:00)\n> 1\n> (raccroche)\n");
        Assert.Contains("> (2026-11-23 11:00)\n< (appel)\n< (en) Hello, this is the AppelAide Line. This is an automated call.\n< (en) Here is what you asked us for.\n< (en) Carrefour du Havre, 27, ", written, StringComparison.Ordinal);
        Assert.Contains("> 1\n< (en) Carrefour du Havre, 27, ", written, StringComparison.Ordinal);
        Assert.EndsWith("> (raccroche)\n= outcome: answered\n= place: Gaspé, MRC La Côte-de-Gaspé\n= language: en\n= intents: answer\n", written, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("répondeur", "< (en) To call us back:")]
    [InlineData("ne répond pas", "< (appel)\n< (ne répond pas)\n")]
    public async Task A_machine_or_nobody_may_answer(string who, string heard) =>
        Assert.Contains(heard, await PlayAsync($"{string.Format(System.Globalization.CultureInfo.InvariantCulture, Asks, "landline: yes")}\n> (2026-11-23 11:00, {who})\n"), StringComparison.Ordinal);

    [Fact]
    public async Task What_comes_next_comes_later()
    {
        var written = await PlayAsync($"{string.Format(System.Globalization.CultureInfo.InvariantCulture, Asks, "")}\n> (2026-11-24 11:00)\n> (appel)\n> (raccroche)\n\n# At noon.\n\n> (appel)\n> (raccroche)\n");
        Assert.Equal(3, written.Split("> (appel)").Length - 1);
        Assert.Contains("# At noon.", written, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Time_never_goes_back() =>
        await Assert.ThrowsAsync<FormatException>(() => PlayAsync($"{string.Format(System.Globalization.CultureInfo.InvariantCulture, Asks, "")}\n> (2026-11-22 11:00)\n"));

    private static async Task<string> PlayAsync(string text) => (await GoldenRun.PlayAsync("essai.test", text)).Written;
}
