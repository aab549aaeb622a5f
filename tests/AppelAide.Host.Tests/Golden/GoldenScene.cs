namespace AppelAide.Host.Tests.Golden;

/// <summary>A call, or an exchange of texts, of a golden file.</summary>
/// <param name="Before">The lines above it, kept as they are: comments, blank lines, the header.</param>
/// <param name="Settings">What the header says.</param>
/// <param name="Inputs">What the citizen does, without the <c>&gt;</c>.</param>
internal sealed record GoldenScene(IReadOnlyList<string> Before, GoldenSettings Settings, IReadOnlyList<string> Inputs)
{
    /// <summary>A call: the citizen's, or the line's when the header has a message.</summary>
    public const string Arrival = "(appel)";

    /// <summary>The line's call, which a machine answers.</summary>
    public const string Machine = "(répondeur)";

    /// <summary>Reads a golden file. A scene begins with <c>(appel)</c> or <c>(répondeur)</c>, or with a header after inputs.</summary>
    /// <exception cref="FormatException">A line is none that the format knows.</exception>
    public static List<GoldenScene> Read(string text)
    {
        var scenes = new List<GoldenScene>();
        var (before, settings, inputs) = (new List<string>(), new GoldenSettings(), new List<string>());
        DateTime? moved = null;
        foreach (var line in text.Split('\n').Select(line => line.TrimEnd()))
        {
            if (line.StartsWith('<') || line.StartsWith('=')) continue;
            if (line.StartsWith('>'))
            {
                var input = line[1..].Trim();
                if (input is Arrival or Machine && inputs.Count > 0) Close();
                inputs.Add(input);
                moved = GoldenTime.Read(input)?.At ?? moved;
            }
            else
            {
                if (inputs.Count > 0) Close();
                before.Add(line);
                if (line.Length > 0 && line[0] != '#') settings = settings.With(line);
            }
        }

        if (inputs.Count > 0) Close();
        return scenes;

        void Close()
        {
            while (before.Count > 0 && before[^1].Length == 0) before.RemoveAt(before.Count - 1);
            scenes.Add(new GoldenScene([.. before.SkipWhile(line => line.Length == 0)], settings, [.. inputs]));
            before.Clear();
            inputs.Clear();
            // What comes next in the file comes later, unless its header says when.
            if (moved is { } since) settings = settings with { At = since.AddMinutes(1) };
            moved = null;
        }
    }
}
