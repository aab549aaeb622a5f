using System.Collections.Immutable;
using AppelAide.Dialogue.Definition;
using AppelAide.Dialogue.Engine;

namespace AppelAide.Host.Tests.Properties;

/// <summary>Answers what the engine asks, out of the examples of the questions' own signatures: found or not, full or empty, always the same for a number.</summary>
internal sealed class FakeWorld(IReadOnlyDictionary<string, QuestionSignature> questions, Play play)
{
    private const int QuestionsOfAConsultation = 6;

    public ImmutableDictionary<string, string> Answer(Question question)
    {
        // The same question gets the same answer, so that a failing play is still failing when it is made shorter.
        var asked = string.Join(' ', question.Arguments.OrderBy(argument => argument.Key, StringComparer.Ordinal));
        var dice = new Random(HashOf($"{play.World} {question.Name} {asked}"));
        var fields = ImmutableDictionary.CreateBuilder<string, string>();
        var found = dice.Next(5) > 0;
        foreach (var (name, example) in questions[question.Name].Fields.OrderBy(field => field.Key, StringComparer.Ordinal))
        {
            var value = Value(question, name, example, dice);
            if (value.Length > 0 && (found || !questions[question.Name].Fields.ContainsKey("found"))) fields[name] = value;
        }

        return fields.ToImmutable();
    }

    private string Value(Question question, string field, string example, Random dice) => (question.Name, field) switch
    {
        ("line.hours", "open") => play.Open ? "yes" : "",
        ("line.hours", "closesAt") => play.Open && dice.Next(4) > 0 ? example : "",
        ("line.hours", "opensAt") => play.Open || dice.Next(4) == 0 ? "" : example,
        ("line.hours", "transfer") => play.Transfer ? "yes" : "",
        ("consultations.question", "found") => int.TryParse(question["number"], out var number) && number is > 0 and <= QuestionsOfAConsultation ? "yes" : "",
        ("consultations.question", "kind") => (dice.Next(4)) switch { 0 => "yesno", 1 => "choice", 2 => "number", _ => "open" },
        ("consultations.question", "options") => dice.Next(2) == 0 ? "3" : "4",
        ("consultations.next", "next") => dice.Next(2) == 0 ? "1" : "3",
        ("consent.state", "hidden") => dice.Next(5) == 0 ? "yes" : "",
        ("subscription.end", "status") => dice.Next(2) == 0 ? "ended" : "none",
        ("training.register", "status") => (dice.Next(4)) switch { 0 => "full", 1 => "already", 2 => "gone", _ => "registered" },
        (_, "count") => dice.Next(4).ToString(System.Globalization.CultureInfo.InvariantCulture),
        (_, "found") => "yes",
        // What many records of a directory lack; a name, an identifier and a date they all have.
        (_, "bring.fr" or "bring.en" or "cost" or "seats" or "km" or "phone" or "town" or "openUntil" or "opensAt" or "always" or "more" or "exact" or "tail" or "wheelchair" or "address" or "open")
            => dice.Next(3) > 0 ? example : "",
        _ => example,
    };

    /// <summary>The same on every machine and in every run, unlike <c>string.GetHashCode</c>.</summary>
    private static int HashOf(string text) => text.Aggregate(17, (hash, c) => unchecked(hash * 31 + c));
}
