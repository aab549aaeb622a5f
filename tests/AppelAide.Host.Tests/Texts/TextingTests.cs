using System.Globalization;
using AppelAide.Dialogue.Events;
using AppelAide.Dialogue.Inputs;
using AppelAide.Host.Conversations;
using AppelAide.Host.Tests.Golden;

namespace AppelAide.Host.Tests.Texts;

/// <summary>Texts in the middle of a conversation, and texts that are hardly texts.</summary>
public sealed class TextingTests : IAsyncLifetime
{
    private GoldenLine line = null!;
    private int texts;

    public async Task InitializeAsync()
    {
        line = await GoldenLine.OpenAsync();
        line.Clock.Set(GoldenLine.LoadedAt.AddHours(2));
    }

    public async Task DisposeAsync() => await line.DisposeAsync();

    [Theory]
    [InlineData("formation gaspé", "1", "1")]
    [InlineData("formation gaspé", "1 svp", "1")]
    [InlineData("formation gaspé", "Inscription", "1")]
    [InlineData("formation gaspé", "insc", "1")]
    [InlineData("formation gaspé", "inscrivez moi svp", "1")]
    [InlineData("formation gaspé", "2", "2")]
    [InlineData("formation gaspé", "suiv", "2")]
    [InlineData("formation gaspé", "la suivante merci", "2")]
    [InlineData("training in gaspé", "sign up please", "1")]
    [InlineData("training in gaspé", "regis", "1")]
    [InlineData("training in gaspé", "nex", "2")]
    [InlineData("training in gaspé", "1️⃣", "1")]
    [InlineData("logement ou chauffage gaspé", "logem", "1")]
    [InlineData("logement ou chauffage gaspé", "le chauffage", "2")]
    [InlineData("saint-siméon", "bonav", "1")]
    [InlineData("saint-siméon", "charlevoix", "2")]
    public async Task A_number_a_word_or_its_first_letters_answer(string first, string answer, string choice)
    {
        await TextAsync(first);
        Assert.Equal(choice, Heard(await TextAsync(answer))?.Choice);
    }

    [Theory]
    [InlineData("o", "1")]
    [InlineData("oui svp", "1")]
    [InlineData("y", "1")]
    [InlineData("YES", "1")]
    [InlineData("n", "2")]
    [InlineData("Non merci", "2")]
    [InlineData("no", "2")]
    public async Task Yes_and_no_take_a_letter(string answer, string choice)
    {
        await TextAsync("avis");
        await TextAsync("2");
        Assert.Contains("1=oui", (await TextAsync("1")).Text, StringComparison.Ordinal);
        Assert.Equal(choice, Heard(await TextAsync(answer))?.Choice);
    }

    [Theory]
    [InlineData("formation gaspé")]
    [InlineData("training in gaspé")]
    [InlineData("formation")]
    [InlineData("logement ou chauffage")]
    [InlineData("saint-siméon")]
    [InlineData("avis")]
    [InlineData("personne")]
    public async Task Stop_goes_before_a_pending_question(string first)
    {
        foreach (var stop in new[] { "stop", "ARRÊT", "arrêtez svp", "Stop texting me", "unsubscribe", "end" })
        {
            await TextAsync(first);
            Assert.Equal(Intents.Stop, Heard(await TextAsync(stop))?.Intent);
        }
    }

    [Theory]
    [InlineData("S\u200BTOP", Intents.Stop)]
    [InlineData("ＳＴＯＰ", Intents.Stop)]
    [InlineData("A R R E T", Intents.Stop)]
    [InlineData("Stooooop", Intents.Stop)]
    [InlineData("form\u200Bation", Intents.Training)]
    [InlineData("ｆｏｒｍａｔｉｏｎ", Intents.Training)]
    [InlineData("", Intents.Unknown)]
    [InlineData("   ", Intents.Unknown)]
    [InlineData("😂🎉👍", Intents.Unknown)]
    [InlineData("أحتاج إلى مساعدة", Intents.Unknown)]
    [InlineData("\u202Eعربي\u202C", Intents.Unknown)]
    public async Task Odd_characters_do_not_hide_what_is_meant(string text, string intent)
    {
        var reply = await TextAsync(text);
        Assert.Equal(intent, Heard(reply)?.Intent);
        Assert.NotEqual("", reply.Text);
    }

    [Fact]
    public async Task A_long_text_is_read_to_its_first_words_and_answered()
    {
        Assert.Equal(Intents.Training, Heard(await TextAsync("formation " + string.Concat(Enumerable.Repeat("blabla ", 230))))?.Intent);
        Assert.NotEqual("", (await TextAsync(new string('a', 1600))).Text);
        Assert.NotEqual("", (await TextAsync(string.Concat(Enumerable.Repeat("z ", 800)))).Text);
    }

    [Fact]
    public async Task A_picture_without_words_is_answered_kindly()
    {
        Assert.Contains("images", (await TextAsync("", pictures: 1)).Text, StringComparison.Ordinal);
        Assert.Equal(Intents.Training, Heard(await TextAsync("formation gaspé", pictures: 1))?.Intent);
        Assert.Contains("1=", (await TextAsync("", pictures: 1)).Text, StringComparison.Ordinal);
    }

    private static Understood? Heard(TurnReply reply) => reply.Turn.Events.OfType<Understood>().FirstOrDefault();

    private Task<TurnReply> TextAsync(string text, int pictures = 0) => line.Conversations.ReceiveTextAsync(
        string.Create(CultureInfo.InvariantCulture, $"SM{++texts:x32}"), "+14185550999", new TextInput(text, pictures), trial: false, default);
}
