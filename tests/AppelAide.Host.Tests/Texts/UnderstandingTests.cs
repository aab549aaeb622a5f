using System.Globalization;
using AppelAide.Dialogue.Definition;
using AppelAide.Dialogue.Events;
using AppelAide.Dialogue.Inputs;
using AppelAide.Dialogue.Language;
using AppelAide.Host.Conversations;
using AppelAide.Host.Directory.Needs;
using AppelAide.Host.Scripts;
using AppelAide.Host.Tests.Golden;
using Xunit.Abstractions;

namespace AppelAide.Host.Tests.Texts;

/// <summary>
/// How well the line understands what people text. The texts were written by somebody who had not seen the keywords; each is the first text of a new
/// sender, through the real line with the sample directory.
/// </summary>
public sealed class UnderstandingTests(UnderstandingTests.Heard heard, ITestOutputHelper output) : IClassFixture<UnderstandingTests.Heard>
{
    private const double Required = 0.95;

    /// <summary>Intents whose answer depends on the place; to be put through to a person, or to say STOP, it does not matter where.</summary>
    private static readonly string[] Local = [Intents.Training, Intents.Referral, Intents.Consultation, Intents.Place];

    [Theory]
    [InlineData(TextCase.Develop)]
    [InlineData(TextCase.Measure)]
    [InlineData(TextCase.Blind)]
    [InlineData(TextCase.Leaves)]
    [InlineData(TextCase.Newcomer)]
    public void Nearly_all_texts_are_understood(string set)
    {
        var counted = Of(set).ToList();
        var missed = counted.Where(one => !one.IsRight).ToList();
        output.WriteLine($"{set}: {counted.Count - missed.Count} of {counted.Count} = {1 - (double)missed.Count / counted.Count:P1}");
        foreach (var intent in counted.GroupBy(one => one.Case.Intents[0]).OrderBy(group => group.Key))
            output.WriteLine($"  {intent.Key}: {intent.Count(one => one.IsRight)} of {intent.Count()}");
        foreach (var one in missed) output.WriteLine($"missed in {set}: {one}".ReplaceLineEndings(" "));
        Assert.True(missed.Count <= (1 - Required) * counted.Count, $"{missed.Count} of {counted.Count} are not understood:\n{List(missed)}");
    }

    [Theory]
    [InlineData(TextCase.Develop)]
    [InlineData(TextCase.Measure)]
    [InlineData(TextCase.Blind)]
    [InlineData(TextCase.Leaves)]
    [InlineData(TextCase.Newcomer)]
    public void No_stop_is_missed(string set)
    {
        var missed = Of(set).Where(one => one.Case.Intents is [Intents.Stop] && one.Intent != Intents.Stop).ToList();
        Assert.True(missed.Count == 0, List(missed));
    }

    [Theory]
    [InlineData(TextCase.Develop)]
    [InlineData(TextCase.Measure)]
    [InlineData(TextCase.Blind)]
    [InlineData(TextCase.Leaves)]
    [InlineData(TextCase.Newcomer)]
    public void Nobody_is_stopped_who_did_not_ask(string set)
    {
        var wrong = heard.All.Where(one => one.Case.Set == set && one.Intent == Intents.Stop && !one.Case.Intents.Contains(Intents.Stop)).ToList();
        Assert.True(wrong.Count == 0, List(wrong));
    }

    private IEnumerable<Outcome> Of(string set) => heard.All.Where(one => one.Case.Set == set);

    private static string List(IEnumerable<Outcome> outcomes) => string.Join('\n', outcomes);

    internal sealed record Outcome(TextCase Case, string Intent, string Need, string Family, string Place, string Reply)
    {
        // A need is right where its family is expected.
        public bool IsRight => Case.Intents.Contains(Intent) && (Intent != Intents.Referral || (Named(Case.Needs, Need, asked: false) || Case.Needs.Contains(Family))) && (!Local.Contains(Intent) || Named(Case.Places, Place, Asked));

        /// <summary>A place whose name several share is rightly asked about.</summary>
        private bool Asked => Place.Length == 0 && Case.Places.Any(place => Reply.Contains($"={Gsm7.Fold(place)},", StringComparison.Ordinal));

        public override string ToString() => $"{Case}\n    {Intent} {Need} {Place} -> {Reply}";

        private static bool Named(string[] right, string named, bool asked) =>
            named.Length == 0 ? right.Length == 0 || right.Contains(TextCase.None) || asked : right.Contains(named);
    }

    /// <summary>Every text of the list, sent once.</summary>
    public sealed class Heard : IAsyncLifetime
    {
        internal List<Outcome> All { get; } = [];

        public async Task InitializeAsync()
        {
            await using var line = await GoldenLine.OpenAsync();
            line.Clock.Set(GoldenLine.LoadedAt.AddHours(2));
            var needs = NeedTaxonomy.Of(DialogueParser.Parse(ScriptFolder.Find().Read()).Script!);
            foreach (var (number, text) in TextCase.All.Index())
            {
                var reply = await line.Conversations.ReceiveTextAsync(
                    string.Create(CultureInfo.InvariantCulture, $"SM{number:x32}"),
                    string.Create(CultureInfo.InvariantCulture, $"+1418555{number:0000}"),
                    new TextInput(text.Text),
                    trial: false,
                    default);
                All.Add(Outcome(text, needs, reply));
            }
        }

        public Task DisposeAsync() => Task.CompletedTask;

        private static Outcome Outcome(TextCase text, NeedTaxonomy needs, TurnReply reply)
        {
            var understood = reply.Turn.Events.OfType<Understood>().FirstOrDefault();
            var place = reply.Turn.Events.OfType<PlaceSettled>().LastOrDefault()?.Label ?? "";
            return new Outcome(text, understood?.Intent ?? "", understood?.Need ?? "", needs.ParentOf(understood?.Need ?? ""), place.Split(',')[0].Replace("–", "--", StringComparison.Ordinal), reply.Text);
        }
    }
}
