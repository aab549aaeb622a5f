using AppelAide.Dialogue;
using AppelAide.Dialogue.Definition;
using AppelAide.Dialogue.Engine;
using AppelAide.Dialogue.Events;
using AppelAide.Dialogue.Inputs;
using AppelAide.Host.Conversations;
using AppelAide.Host.Scripts;
using AppelAide.Host.Tests.Golden;
using FsCheck;
using FsCheck.Fluent;
using Xunit.Abstractions;

namespace AppelAide.Host.Tests.Properties;

/// <summary>
/// Whatever citizens do, the line stays a line. The seed is fixed and printed; <c>APPELAIDE_SEED</c> and <c>APPELAIDE_PLAYS</c> try others, and more.
/// </summary>
public sealed class ConversationProperties(ITestOutputHelper output) : IAsyncLifetime
{
    private const ulong FixedSeed = 20261123;
    private const int FixedPlays = 500;

    /// <summary>Of all nodes, by calls or by texts: fewer would mean that the made-up citizens go nowhere.</summary>
    private const double Reached = 0.6;

    private readonly HashSet<string> entered = new(StringComparer.Ordinal);
    private Script script = null!;
    private Dictionary<string, QuestionSignature> questions = null!;

    public async Task InitializeAsync()
    {
        await using var line = await GoldenLine.OpenAsync();
        script = line.Get<ScriptLibrary>().Live;
        questions = line.Get<QuestionCatalog>().Signatures.ToDictionary(signature => signature.Name);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public void Any_call_stays_valid() => Check(Channel.Voice, Hold);

    [Fact]
    public void Any_call_that_the_line_makes_stays_valid() => Check(Channel.Voice, HoldMessage);

    [Fact]
    public void Any_exchange_of_texts_stays_valid() => Check(Channel.Sms, Hold);

    [NaughtyFact]
    public void Naughty_strings_are_only_words()
    {
        var naughty = System.Text.Json.JsonSerializer.Deserialize<string[]>(File.ReadAllText(SharedData.NaughtyStrings!))!;
        foreach (var (number, text) in naughty.Index())
        {
            var language = Languages.All[number % 2];
            Hold(new Play(Channel.Voice, language, true, true, false, false, 1, [$"\"{text}\"", "1", $"\"{text}\""]));
            Hold(new Play(Channel.Sms, language, true, true, false, false, 2, [text, "formation", text]));
        }
    }

    private void Check(Channel channel, Action<Play> hold)
    {
        var seed = ulong.TryParse(Environment.GetEnvironmentVariable("APPELAIDE_SEED"), out var given) ? given : FixedSeed;
        var plays = int.TryParse(Environment.GetEnvironmentVariable("APPELAIDE_PLAYS"), out var count) ? count : FixedPlays;
        output.WriteLine($"APPELAIDE_SEED={seed} APPELAIDE_PLAYS={plays}");
        Prop.ForAll(Plays.Of(script, channel), hold).Check(Config.QuickThrowOnFailure.WithMaxTest(plays).WithEndSize(60).WithReplay(seed, seed | 1));
        var nodes = script.Dialogues.Values.SelectMany(dialogue => dialogue.Nodes.Keys.Select(node => $"{dialogue.Name}.{node}")).ToList();
        output.WriteLine($"{entered.Count} of {nodes.Count} nodes; not {string.Join(", ", nodes.Except(entered).Order(StringComparer.Ordinal))}");
        Assert.True(entered.Count > Reached * nodes.Count, $"Only {entered.Count} of {nodes.Count} nodes were entered");
    }

    private void Hold(Play play)
    {
        var line = new EngineLine(script, questions, play);
        if (play.Channel == Channel.Voice) HoldCall(play, line);
        else HoldTexts(play, line);
    }

    private void Hold(Play play, Turn turn, Session session)
    {
        Rules.Hold(play, turn, session);
        entered.UnionWith(turn.Events.OfType<NodeEntered>().Select(node => node.Node));
    }

    private void HoldMessage(Play play)
    {
        var line = new EngineLine(script, questions, play);
        var (told, over) = line.StartMessage(machine: true);
        Hold(play, told, over);
        Assert.True(over.Ended, "A machine is kept on the line");
        var (turn, session) = line.StartMessage(machine: false);
        Hold(play, turn, session);
        HoldCall(play, line, session);
    }

    private void HoldCall(Play play, EngineLine line)
    {
        var (turn, session) = line.StartCall(null);
        Hold(play, turn, session);
        HoldCall(play, line, session);
    }

    private void HoldCall(Play play, EngineLine line, Session session)
    {
        foreach (var act in play.Acts)
        {
            (var turn, session) = session.Ended ? line.StartCall(null) : act == "(raccroche)" ? line.StartCall(session) : line.Go(session, EngineLine.Heard(act));
            Hold(play, turn, session);
            if (!session.Ended) Rules.ReachAPerson(line, session);
        }

        Rules.EndInSilence(line, session);
    }

    private void HoldTexts(Play play, EngineLine line)
    {
        Session? session = null;
        foreach (var act in play.Acts)
        {
            (var turn, session) = session is null ? line.StartText(act) : line.Go(session, new TextInput(act));
            Hold(play, turn, session);
            Rules.ReachAPerson(line, session);
        }
    }
}
