using System.Collections.Immutable;
using AppelAide.Dialogue.Engine;
using AppelAide.Dialogue.Tests.Language;
using FsCheck;
using FsCheck.Fluent;

namespace AppelAide.Dialogue.Tests.Engine;

/// <summary>What is stored between turns, and what is kept to say a turn again: read as it was written, whatever people said.</summary>
public class JsonTests
{
    private static readonly Gen<string> Words = Gen.OneOf(
        Gen.Elements("", "fr", "place.name", "null", "\"", "\\", "{\"a\":1}", "</Say>", "\u0000\u0001\u001f", "🎉é\u0301", "\u2028\u2029", "ﷺ", "'; DROP TABLE session; --", "\r\n\t"),
        ArbMap.Default.GeneratorFor<UnicodeString>().Select(text => Whole(text.Get)),
        HostileText.Any.Generator.Select(Whole));

    private static readonly Gen<Position> Positions =
        from dialogue in Words from node in Words from step in Gen.Choose(-1, 300) select new Position(dialogue, node, step);

    private static readonly Gen<ImmutableArray<Position>> Stacks = Positions.ListOf(4).Select(positions => positions.ToImmutableArray());

    private static readonly Gen<ImmutableDictionary<string, string>> Values =
        from pairs in (from name in Words from value in Words select KeyValuePair.Create(name, value)).ListOf(6)
        select pairs.DistinctBy(pair => pair.Key).ToImmutableDictionary();

    private static readonly Gen<Checkpoint> Checkpoints =
        from at in Positions from stack in Stacks from values in Values select new Checkpoint(at, stack, values);

    private static readonly Gen<Session> Any =
        from version in Words
        from isVoice in ArbMap.Default.GeneratorFor<bool>()
        from language in Gen.Elements("fr", "en")
        from flags in ArbMap.Default.GeneratorFor<(bool Slow, bool Ended, bool IsResumable)>()
        from numbers in ArbMap.Default.GeneratorFor<(NonNegativeInt Turn, NonNegativeInt Misses, NonNegativeInt Repeats)>()
        from at in Positions
        from stack in Stacks
        from values in Values
        from history in Checkpoints.ListOf(4)
        from resumable in Checkpoints
        from rest in Words
        select new Session
        {
            ScriptVersion = version,
            Channel = isVoice ? Channel.Voice : Channel.Sms,
            Language = language,
            Slow = flags.Slow,
            TurnNumber = numbers.Turn.Get,
            At = at,
            Stack = stack,
            Variables = values,
            Misses = numbers.Misses.Get,
            Repeats = numbers.Repeats.Get,
            History = [.. history],
            Resumable = flags.IsResumable ? resumable : null,
            Rest = rest,
            Ended = flags.Ended,
        };

    private static readonly Gen<Expectation> Expectations = Gen.OneOf(
        Gen.Elements<Expectation>(
            new EndExpectation(), new GatherExpectation(1, 10, 0.75, []), new GatherExpectation(null, 15, 2, []), new GatherExpectation(0, 0, 0, [])),
        from seconds in Gen.Choose(0, 600) from purpose in Words select (Expectation)new RecordExpectation(seconds, purpose),
        from number in Words from seconds in Gen.Choose(0, 60) select (Expectation)new DialExpectation(number, seconds));

    private static readonly Gen<Turn> Turns =
        from number in Gen.Choose(1, 1000)
        from said in (from language in Gen.Elements("fr", "en") from text in Words from pause in Gen.Elements(0, 0.25, 0.6, 5) select new Utterance(language, text, pause)).ListOf(5)
        from expectation in Expectations
        from language in Gen.Elements("fr", "en")
        from slow in ArbMap.Default.GeneratorFor<bool>()
        from node in Words
        select new Turn(number, [.. said], expectation, language, slow, node, []);

    [Fact]
    public void A_session_is_read_as_it_was_written() =>
        Prop.ForAll(Any.ToArbitrary(), session => Sessions.AreSame(session, SessionJson.Read(SessionJson.Write(session)))).QuickCheckThrowOnFailure();

    [Fact]
    public void A_session_read_and_written_again_is_the_same_text() => Prop.ForAll(Any.ToArbitrary(), session =>
    {
        var once = SessionJson.Read(SessionJson.Write(session));
        Assert.Equal(SessionJson.Write(once), SessionJson.Write(SessionJson.Read(SessionJson.Write(once))));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Half_a_character_is_written_all_the_same()
    {
        var session = new Session { ScriptVersion = "v", Channel = Channel.Sms, Language = "fr", Rest = "a\ud83c", Variables = ImmutableDictionary<string, string>.Empty.Add("b", "\udf89c") };
        var read = SessionJson.Read(SessionJson.Write(session));
        Assert.Equal(("a\ufffd", "\ufffdc"), (read.Rest, read.Variables["b"]));
    }

    [Fact]
    public void A_way_back_keeps_only_what_differs()
    {
        var values = Enumerable.Range(0, 50).ToImmutableDictionary(n => $"variable.{n}", n => $"value {n}");
        var session = new Session
        {
            ScriptVersion = "v",
            Channel = Channel.Voice,
            Language = "fr",
            Variables = values.Add("answer", "yes"),
            History = [new Checkpoint(default, [], values.Remove("variable.1")), new Checkpoint(default, [], values), new Checkpoint(default, [], values)],
        };
        var alone = SessionJson.Write(session with { History = [] });
        Assert.InRange(SessionJson.Write(session).Length - alone.Length, 1, 200);
        Sessions.AreSame(session, SessionJson.Read(SessionJson.Write(session)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"v\":1}")]
    public void What_is_no_session_is_refused(string text)
    {
        Assert.ThrowsAny<System.Text.Json.JsonException>(() => SessionJson.Read(text));
        Assert.ThrowsAny<System.Text.Json.JsonException>(() => TurnJson.Read(text));
    }

    [Fact]
    public void A_turn_is_read_as_it_was_written() => Prop.ForAll(Turns.ToArbitrary(), turn =>
    {
        var read = TurnJson.Read(TurnJson.Write(turn));
        Assert.Equal(turn.Said.AsEnumerable(), read.Said);
        Assert.Equal(turn with { Said = [], Expectation = new EndExpectation() }, read with { Said = [], Expectation = new EndExpectation() });
        Assert.Equal(TurnJson.Write(turn), TurnJson.Write(read));
        if (turn.Expectation is not GatherExpectation) Assert.Equal(turn.Expectation, read.Expectation);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_turn_keeps_no_hints_and_no_events()
    {
        var turn = new Turn(1, [], new GatherExpectation(1, 10, 0.75, ["Gaspé"]), "fr", false, "a.b", []);
        Assert.Equal((1, 10, 0.75, 0), Assert.IsType<GatherExpectation>(TurnJson.Read(TurnJson.Write(turn)).Expectation) is var gather
            ? (gather.MaxDigits, gather.TimeoutSeconds, gather.SpeechTimeoutSeconds, gather.Hints.Length) : default);
    }

    /// <summary>Any text of whole characters.</summary>
    private static string Whole(string text) => new([.. text.Where(c => !char.IsSurrogate(c))]);
}
