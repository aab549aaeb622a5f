using AppelAide.Dialogue.Engine;
using AppelAide.Dialogue.Inputs;
using AppelAide.Host.Commands.Telephone;

namespace AppelAide.Host.Tests.Commands.Telephone;

/// <summary>What is typed is what a telephone would have sent.</summary>
public sealed class TypedActTests
{
    private static readonly GatherExpectation Menu = new(1, 10, 1, []);
    private static readonly GatherExpectation Several = new(null, 10, 1, []);
    private static readonly RecordExpectation Recording = new(60, "answer");
    private static readonly DialExpectation Transfer = new("+15815550111", 25);

    [Theory]
    [InlineData("1", "1")]
    [InlineData(" 0 ", "0")]
    [InlineData("123", "1")]
    [InlineData("#", "#")]
    [InlineData("*", "*")]
    public void A_menu_takes_one_key(string typed, string keys) => Assert.Equal(new DigitsInput(keys), TypedAct.Read(typed, Menu, "fr").Input);

    [Theory]
    [InlineData("726#", "726")]
    [InlineData("726", "726")]
    [InlineData("#", "#")]
    [InlineData("7#2#", "7")]
    public void Several_keys_end_at_the_pound(string typed, string keys) => Assert.Equal(new DigitsInput(keys), TypedAct.Read(typed, Several, "fr").Input);

    [Theory]
    [InlineData("oui")]
    [InlineData("1er")]
    [InlineData("J'ai faim, à Gaspé")]
    public void Anything_else_is_words(string typed) => Assert.Equal(new SpeechInput(typed, 0.9), TypedAct.Read(typed, Menu, "fr").Input);

    [Fact]
    public void Nothing_is_a_silence_as_long_as_the_line_listens()
    {
        var act = TypedAct.Read("", Menu, "fr");
        Assert.IsType<SilenceInput>(act.Input);
        Assert.Equal(10, act.Seconds);
    }

    [Theory]
    [InlineData("raccrocher")]
    [InlineData("Hang up")]
    public void One_may_hang_up(string typed)
    {
        foreach (var then in (Expectation[])[Menu, Recording, Transfer])
            Assert.Null(TypedAct.Read(typed, then, "fr").Input);
    }

    [Fact]
    public void Words_stand_for_a_recording_as_long_as_saying_them()
    {
        var recording = Assert.IsType<RecordingInput>(TypedAct.Read(new string('a', 150), Recording, "fr").Input);
        Assert.StartsWith("RE", recording.RecordingSid, StringComparison.Ordinal);
        Assert.Equal(10, recording.Seconds);
        Assert.Equal(60, Assert.IsType<RecordingInput>(TypedAct.Read(new string('a', 5000), Recording, "fr").Input).Seconds);
        Assert.Equal(1, Assert.IsType<RecordingInput>(TypedAct.Read("1", Recording, "fr").Input).Seconds);
    }

    [Theory]
    [InlineData("")]
    [InlineData("#")]
    public void An_empty_recording_is_a_silence(string typed) => Assert.IsType<SilenceInput>(TypedAct.Read(typed, Recording, "fr").Input);

    [Theory]
    [InlineData("", true)]
    [InlineData("o", true)]
    [InlineData("yes", true)]
    [InlineData("answered", true)]
    [InlineData("n", false)]
    [InlineData("Non", false)]
    [InlineData("missed", false)]
    public void Somebody_answers_a_transfer_unless_told_otherwise(string typed, bool answered) =>
        Assert.Equal(new DialEndedInput(answered, answered ? 30 : 0), TypedAct.Read(typed, Transfer, "fr").Input);

    [Fact]
    public async Task Tokens_miss_a_transfer_unless_the_next_one_says_otherwise()
    {
        var transfer = new LineAnswer { Said = [], Then = Transfer, Language = "fr" };
        var menu = transfer with { Then = Menu };
        var caller = new ScriptedCaller(["1", "answered", "2"]);
        Assert.Equal(new DialEndedInput(false, 0), (await caller.ActAsync(transfer, "fr", default)).Input);
        Assert.Equal(new DigitsInput("1"), (await caller.ActAsync(menu, "fr", default)).Input);
        Assert.Equal(new DialEndedInput(true, 30), (await caller.ActAsync(transfer, "fr", default)).Input);
        Assert.Equal(new DigitsInput("2"), (await caller.ActAsync(menu, "fr", default)).Input);
        Assert.Null((await caller.ActAsync(menu, "fr", default)).Input);
    }
}
