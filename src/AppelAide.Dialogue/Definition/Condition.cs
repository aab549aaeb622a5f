using System.Collections.Immutable;
using System.Globalization;

namespace AppelAide.Dialogue.Definition;

/// <summary>
/// A guard: one or more tests joined by <c>and</c>. A test is <c>name</c> (has a value), <c>not name</c>, <c>name = value</c>,
/// <c>name != value</c>, <c>name &gt; number</c> or <c>name &lt; number</c>.
/// </summary>
public sealed class Condition
{
    private readonly ImmutableArray<Test> tests;

    private Condition(ImmutableArray<Test> tests) => this.tests = tests;

    /// <summary>The variables that the guard reads.</summary>
    public IEnumerable<string> Variables => tests.Select(test => test.Name);

    /// <summary>Reads a guard.</summary>
    /// <exception cref="FormatException">The text is not a guard; the message says why.</exception>
    public static Condition Parse(string text)
    {
        var tests = ImmutableArray.CreateBuilder<Test>();
        foreach (var part in text.Split(" and ", StringSplitOptions.TrimEntries))
        {
            var words = part.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            tests.Add(words switch
            {
                ["not", var name] => new Test(name, "!", ""),
                [var name] when name is not ("not" or "and" or "or") => new Test(name, "?", ""),
                [var name, ">" or "<", var number] when double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out _) => new Test(name, words[1], number),
                [_, ">" or "<", ..] => throw new FormatException($"\"{part}\" is not a guard; \"{words[1]}\" takes a number"),
                [_, "=" or "!=", .. var operand] when operand.Contains("or") => throw new FormatException($"\"{part}\" is not a guard; for \"or\", write two steps"),
                [var name, "=" or "!=", ..] => new Test(name, words[1], string.Join(' ', words[2..])),
                _ => throw new FormatException($"\"{part}\" is not a guard; write \"name\", \"not name\" or \"name = value\""),
            });
        }

        return new Condition(tests.ToImmutable());
    }

    /// <summary>Whether this guard holds only when the other does: it makes all of its tests.</summary>
    public bool Implies(Condition other) => other.tests.All(test => tests.Contains(test));

    /// <summary>Whether the guard holds.</summary>
    /// <param name="value">Gives a variable's value, the empty string when it has none.</param>
    public bool Holds(Func<string, string> value)
    {
        foreach (var test in tests)
            if (!test.Holds(value(test.Name)))
                return false;
        return true;
    }

    private readonly record struct Test(string Name, string Operator, string Operand)
    {
        public bool Holds(string value) => Operator switch
        {
            "?" => value.Length > 0,
            "!" => value.Length == 0,
            "=" => value == Operand,
            "!=" => value != Operand,
            ">" => Number(value) > Number(Operand),
            _ => Number(value) < Number(Operand),
        };

        private static double Number(string text) =>
            double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : 0;
    }
}
