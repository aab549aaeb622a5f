using YamlDotNet.RepresentationModel;

namespace AppelAide.Dialogue.Definition;

/// <summary>A mapping of a script file, read by name; what nobody asked for is a defect.</summary>
internal sealed class YamlMap
{
    private readonly Dictionary<string, (YamlNode Node, int Line)> entries = new(StringComparer.Ordinal);
    private readonly HashSet<string> asked = new(StringComparer.Ordinal);
    private readonly string file;
    private readonly Action<DialogueIssue> report;

    public YamlMap(YamlMappingNode mapping, string file, string owner, Action<DialogueIssue> report)
    {
        this.file = file;
        this.report = report;
        Owner = owner;
        Source = new SourceLine(file, (int)mapping.Start.Line);
        foreach (var (key, value) in mapping.Children)
        {
            if (key is YamlScalarNode { Value: var name }) entries[name ?? ""] = (value, (int)key.Start.Line);
            else report(new DialogueIssue(file, (int)key.Start.Line, owner, "a mapping's key is not a plain text"));
        }
    }

    public SourceLine Source { get; }

    public string Owner { get; }

    public IEnumerable<string> Names => entries.Keys;

    public int LineOf(string name) => entries.TryGetValue(name, out var entry) ? entry.Line : Source.Line;

    public bool Has(string name) => entries.ContainsKey(name);

    public string Text(string name, string otherwise = "")
    {
        asked.Add(name);
        if (!entries.TryGetValue(name, out var entry)) return otherwise;
        if (entry.Node is YamlScalarNode scalar) return scalar.Value ?? "";
        Report(name, $"\"{name}\" must be a text");
        return otherwise;
    }

    public string Required(string name)
    {
        if (!Has(name)) Report(name, $"\"{name}\" is missing");
        return Text(name);
    }

    public int Number(string name, int otherwise)
    {
        if (!Has(name)) return otherwise;
        if (int.TryParse(Text(name), out var number)) return number;
        Report(name, $"\"{name}\" must be a whole number");
        return otherwise;
    }

    public YamlMap? Map(string name, string owner = "")
    {
        asked.Add(name);
        if (!entries.TryGetValue(name, out var entry)) return null;
        if (entry.Node is YamlMappingNode map) return new YamlMap(map, file, owner.Length > 0 ? owner : Owner, report);
        Report(name, $"\"{name}\" must be a mapping");
        return null;
    }

    public IEnumerable<YamlMap> Maps(string name, string owner = "")
    {
        asked.Add(name);
        if (!entries.TryGetValue(name, out var entry)) yield break;
        if (entry.Node is YamlScalarNode { Value: null or "" }) yield break;
        foreach (var child in entry.Node is YamlSequenceNode list ? list.Children : [entry.Node])
        {
            if (child is YamlMappingNode map) yield return new YamlMap(map, file, owner.Length > 0 ? owner : Owner, report);
            else report(new DialogueIssue(file, (int)child.Start.Line, owner.Length > 0 ? owner : Owner, $"each item of \"{name}\" must be a mapping"));
        }
    }

    /// <summary>A list of texts, or one text alone.</summary>
    public IEnumerable<string> Texts(string name)
    {
        asked.Add(name);
        if (!entries.TryGetValue(name, out var entry)) return [];
        if (entry.Node is YamlScalarNode one) return [one.Value ?? ""];
        if (entry.Node is YamlSequenceNode list && list.Children.All(child => child is YamlScalarNode))
            return list.Children.Select(child => ((YamlScalarNode)child).Value ?? "");
        Report(name, $"\"{name}\" must be a text or a list of texts");
        return [];
    }

    public bool IsMap(string name) => entries.TryGetValue(name, out var entry) && entry.Node is YamlMappingNode;

    public void Report(string name, string message) => report(new DialogueIssue(file, LineOf(name), Owner, message));

    /// <summary>Reports every entry that nothing asked for.</summary>
    public void RefuseOthers()
    {
        foreach (var name in entries.Keys.Except(asked)) Report(name, $"\"{name}\" means nothing here");
    }
}
