using System.Collections.Immutable;
using AppelAide.Dialogue.Engine;
using AppelAide.Dialogue.Language;
using AppelAide.Host.Persistence;
using AppelAide.Host.Scripts;
using AppelAide.Host.Sms;
using AppelAide.Host.Tests.Golden;
using Dapper;
using FsCheck;
using FsCheck.Fluent;

namespace AppelAide.Host.Tests.Sms;

/// <summary>
/// Whatever is written, and however often PLUS is needed: nothing is lost, every message is GSM-7 and two segments at most, and no telephone
/// number and no name of the directory is in two.
/// </summary>
public sealed class SmsProperties : IAsyncLifetime
{
    private const string More = "PLUS=la suite";
    private const int MostParts = 200;

    private static readonly string[] Numbers = ["418-555-0137", "1-800-555-0137", "581-555-0100", "911"];

    private static readonly string[] Words =
    [
        "apportez", "une", "pièce", "d'identité", "forêt", "ça", "cœur", "avec", "vos", "papiers", "d'impôt", "et", "un", "stylo", "près", "du", "quai", "[euro]", "10 €", "« doux »", "jusqu'à", "16h30",
    ];

    private IReadOnlyList<string> names = [];
    private GoldenLine line = null!;

    public async Task InitializeAsync()
    {
        line = await GoldenLine.OpenAsync();
        names = await line.Get<Database>().ReadAsync(
            connection => connection.Query<string>("SELECT name FROM organization UNION SELECT name FROM place ORDER BY name").AsList(), default);
    }

    public async Task DisposeAsync() => await line.DisposeAsync();

    [Fact]
    public void Parts_joined_are_the_whole_and_no_name_and_no_number_is_in_two()
    {
        var (cuts, texts) = (0, 0);
        Prop.ForAll(Texts(), Hold).Check(Config.QuickThrowOnFailure.WithMaxTest(1_000).WithEndSize(120));
        Assert.True(cuts > texts, $"{texts} texts were cut {cuts} times: too seldom to prove anything");

        void Hold(Text text)
        {
            var parts = Parts(text.Written);
            (cuts, texts) = (cuts + parts.Count - 1, texts + 1);
            Assert.Equal(Bare(Gsm7.Fold(text.Written)), Bare(string.Concat(parts)));
            AssertWhole(text, parts);
        }
    }

    [Fact]
    public void Anything_at_all_comes_whole_in_messages_of_two_segments() => Prop.ForAll(ArbMap.Default.ArbFor<string?>(), words =>
    {
        var written = string.Join(' ', Enumerable.Repeat(words ?? "", 40));
        Assert.Equal(Bare(Gsm7.Fold(written)), Bare(string.Concat(Parts(written))));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(500).WithEndSize(200));

    [Fact]
    public void A_message_that_the_line_sends_first_is_a_beginning_without_half_a_name_or_number() => Prop.ForAll(Texts(), text =>
    {
        var message = OutgoingWords.Compose(line.Get<ScriptLibrary>().Live, "fr", text.Written, new EngineContext(new DateTime(2026, 11, 23), EngineContext.AmbientExamples, []));
        Assert.InRange(OutgoingWords.Segments(message), 1, OutgoingWords.MostSegments);
        Assert.All(message, letter => Assert.True(Gsm7.IsGsm7(letter)));
        Assert.StartsWith("Ligne AppelAide: ", message, StringComparison.Ordinal);
        Assert.EndsWith(" ARRET pour cesser", message, StringComparison.Ordinal);
        var said = Bare(message["Ligne AppelAide: ".Length..^" ARRET pour cesser".Length]).TrimEnd('.', ',', ';', ':');
        // The line begins a sentence with a capital.
        Assert.StartsWith(said, Bare(Gsm7.Fold(text.Written)), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(text.Whole, whole => whole.Start < said.Length && said.Length < whole.End);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(1_000).WithEndSize(120));

    private static void AssertWhole(Text text, List<string> parts)
    {
        var cut = 0;
        foreach (var part in parts)
        {
            cut += Bare(part).Length;
            Assert.DoesNotContain(text.Whole, whole => whole.Start < cut && cut < whole.End);
        }
    }

    private static List<string> Parts(string written)
    {
        var parts = new List<string>();
        for (var reply = SmsRenderer.Render([new("fr", written)], More); ; reply = SmsRenderer.Render(reply.Rest, More))
        {
            Assert.InRange(reply.Segments, reply.Text.Length > 0 ? 1 : 0, 2);
            Assert.Equal(Gsm7.Segments(reply.Text), reply.Segments);
            Assert.All(reply.Text, letter => Assert.True(Gsm7.IsGsm7(letter)));
            Assert.Equal(reply.Rest.Length > 0, reply.Text.EndsWith(" " + More, StringComparison.Ordinal));
            parts.Add(reply.Rest.Length > 0 ? reply.Text[..^(More.Length + 1)] : reply.Text);
            if (reply.Rest.Length == 0) return parts;
            Assert.True(parts.Count < MostParts, "PLUS has no end");
        }
    }

    /// <summary>Without blanks: where one message ends and the next begins there is none.</summary>
    private static string Bare(string text) => string.Concat(text.Where(letter => !char.IsWhiteSpace(letter)));

    /// <summary>Sentences as people write them, some far too long, with names and numbers set off by commas.</summary>
    private Arbitrary<Text> Texts()
    {
        var common = from count in Gen.Choose(1, 9)
                     from words in Gen.Elements(Words).ListOf(count)
                     select (Words: string.Join(' ', words), IsWhole: false);
        var whole = Gen.Elements([.. names, .. Numbers]).Select(name => (Words: name, IsWhole: true));
        var clause = Gen.Frequency<(string Words, bool IsWhole)>([(2, common), (3, whole)]);
        var joint = Gen.Frequency<string>([(6, Gen.Constant(", ")), (1, Gen.Constant(": ")), (3, Gen.Elements(". ", "! ", ".\n", "? "))]);
        var texts = from clauses in clause.Zip(joint, (words, ends) => (words.Words, words.IsWhole, Joint: ends)).NonEmptyListOf()
                    select Text.Of([.. clauses]);
        return Arb.From(texts);
    }

    private sealed record Text(string Written, ImmutableArray<(int Start, int End)> Whole)
    {
        public static Text Of(ImmutableArray<(string Words, bool IsWhole, string Joint)> clauses)
        {
            var (written, at, whole) = ("", 0, ImmutableArray.CreateBuilder<(int, int)>());
            foreach (var (words, isWhole, joint) in clauses)
            {
                var length = Bare(Gsm7.Fold(words)).Length;
                if (isWhole) whole.Add((at, at + length));
                written += words + joint;
                at += length + Bare(joint).Length;
            }

            return new Text(written, whole.ToImmutable());
        }
    }
}
