using System.Collections.Immutable;

namespace AppelAide.Host.Trainings.Calendar;

/// <summary>A line of a calendar, unfolded (RFC 5545, 3.1).</summary>
/// <param name="Number">Where it starts in the file, from 1.</param>
/// <param name="Name">In capitals.</param>
/// <param name="Parameters">Their names in capitals, their values without quotes.</param>
/// <param name="Value">As it is written.</param>
internal sealed record ContentLine(int Number, string Name, ImmutableArray<(string Name, string Value)> Parameters, string Value)
{
    // Only TEXT values may hold a backslash.
    private const char Escape = '\\';

    /// <summary>A parameter; empty when it is not there.</summary>
    public string this[string parameter] => Parameters.FirstOrDefault(given => given.Name == parameter).Value ?? "";

    /// <summary>The value as text (3.3.11), its ends trimmed.</summary>
    public string Text
    {
        get
        {
            if (!Value.Contains(Escape, StringComparison.Ordinal)) return Value.Trim();
            var text = new System.Text.StringBuilder(Value.Length);
            for (var i = 0; i < Value.Length; i++)
            {
                if (Value[i] == Escape && i + 1 < Value.Length)
                    text.Append(Value[++i] is 'n' or 'N' ? '\n' : Value[i]);
                else
                    text.Append(Value[i]);
            }

            return text.ToString().Trim();
        }
    }

    /// <summary>The line on one line again, for what is kept of a file.</summary>
    public override string ToString() => $"{Name}{string.Concat(Parameters.Select(given => $";{given.Name}=\"{given.Value}\""))}:{Value}";
}
