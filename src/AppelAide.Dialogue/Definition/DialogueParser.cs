using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace AppelAide.Dialogue.Definition;

/// <summary>Reads script files (YAML; the format is described in <c>ivr-scripts/README.md</c>) into one <see cref="Script"/>.</summary>
public sealed class DialogueParser
{
    private readonly List<DialogueIssue> issues = [];
    private readonly Dictionary<string, Dialogue> dialogues = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Prompt> prompts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Keyword> keywords = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Need> needs = new(StringComparer.Ordinal);
    private LineDefinition? line;

    private DialogueParser()
    {
    }

    /// <summary>Reads a set of script files.</summary>
    /// <param name="files">Content by file name.</param>
    /// <returns>The script, null when it cannot be put together, and what is wrong with its form.</returns>
    public static (Script? Script, ImmutableArray<DialogueIssue> Issues) Parse(IReadOnlyDictionary<string, string> files)
    {
        var parser = new DialogueParser();
        foreach (var (file, content) in files.OrderBy(file => file.Key, StringComparer.Ordinal)) parser.ReadFile(file, content);
        if (parser.line is null) parser.issues.Add(new DialogueIssue("line.yaml", 1, "", "no file says \"line:\""));
        var broken = parser.line is null || !parser.dialogues.ContainsKey(parser.line.Start) || !parser.dialogues.ContainsKey(parser.line.StartSms);
        if (parser.line is not null && broken)
            parser.issues.Add(new DialogueIssue(parser.line.Source.File, parser.line.Source.Line, "line", "\"start\" and \"start-sms\" must name dialogues"));
        var script = broken ? null : new Script(
            VersionOf(files),
            parser.line!,
            parser.dialogues.ToFrozenDictionary(StringComparer.Ordinal),
            parser.prompts.ToFrozenDictionary(StringComparer.Ordinal),
            parser.keywords.ToFrozenDictionary(StringComparer.Ordinal),
            parser.needs.ToFrozenDictionary(StringComparer.Ordinal));
        return (script, [.. parser.issues]);
    }

    /// <summary>The version of a set of files: the first 16 hexadecimal digits of a SHA-256 over names and contents.</summary>
    public static string VersionOf(IReadOnlyDictionary<string, string> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (file, content) in files.OrderBy(file => file.Key, StringComparer.Ordinal))
            hash.AppendData(Encoding.UTF8.GetBytes($"{file}\0{content}\0"));
        return Convert.ToHexStringLower(hash.GetHashAndReset())[..16];
    }

    private void ReadFile(string file, string content)
    {
        var yaml = new YamlStream();
        try
        {
            yaml.Load(new StringReader(content));
        }
        catch (YamlException error)
        {
            issues.Add(new DialogueIssue(file, LineOf(error, content), "", $"not YAML: {error.InnerException?.Message ?? error.Message}"));
            return;
        }
        catch (Exception error) when (error is InvalidOperationException or ArgumentException)
        {
            // What the YAML library throws at some control characters.
            issues.Add(new DialogueIssue(file, LineWhere(content, line => line.Any(char.IsControl)), "", "not YAML: a character that cannot be written here"));
            return;
        }

        foreach (var document in yaml.Documents)
        {
            if (document.RootNode is not YamlMappingNode root)
            {
                issues.Add(new DialogueIssue(file, (int)document.RootNode.Start.Line, "", "the file must be a mapping with \"line\", \"dialogue\", \"prompts\", \"keywords\" or \"needs\""));
                continue;
            }

            ReadRoot(new YamlMap(root, file, "", issues.Add));
        }
    }

    /// <summary>Where the library found the mistake; for two that people make it only says that there is one.</summary>
    private static int LineOf(YamlException error, string content) => error switch
    {
        AnchorNotFoundException when error.Message.Split('\'') is [_, var anchor, ..] => LineWhere(content, line => line.Contains($"*{anchor}", StringComparison.Ordinal)),
        _ when error.Message.Contains("tab", StringComparison.Ordinal) => LineWhere(content, line => line.TakeWhile(char.IsWhiteSpace).Contains('\t')),
        _ => (int)error.Start.Line,
    };

    private static int LineWhere(string content, Func<string, bool> holds) => Math.Max(0, Array.FindIndex(content.Split('\n'), line => holds(line.TrimEnd('\r')))) + 1;

    private void ReadRoot(YamlMap root)
    {
        if (root.Map("line", "line") is { } lineMap) ReadLine(lineMap);
        if (root.Map("prompts", "prompts") is { } promptMap)
            foreach (var id in promptMap.Names) ReadPrompt(promptMap, id);
        if (root.Map("keywords", "keywords") is { } keywordMap)
            foreach (var id in keywordMap.Names) ReadKeyword(keywordMap, id);
        if (root.Map("needs", "needs") is { } needMap)
            foreach (var id in needMap.Names) ReadNeed(needMap, id);
        if (root.Has("dialogue")) ReadDialogue(root);
        root.RefuseOthers();
    }

    private void ReadLine(YamlMap map)
    {
        if (line is not null) map.Report("", "\"line\" is written twice");
        line = new LineDefinition(
            map.Source,
            map.Required("start"),
            map.Required("start-sms"),
            map.Required("start-call"),
            map.Required("exhausted"),
            map.Number("tries", 3),
            map.Required("needs"))
        {
            Writes = map.Text("writes"),
        };
        map.RefuseOthers();
    }

    private void ReadPrompt(YamlMap all, string id)
    {
        var texts = new Dictionary<(string, Channel), PromptText>();
        var map = all.Map(id, id);
        if (map is null) return;
        if (prompts.ContainsKey(id)) Report(all, id, id, "this prompt is written twice");
        foreach (var language in Languages.All)
        {
            if (!map.Has(language)) continue;
            if (map.IsMap(language))
            {
                var channels = map.Map(language)!;
                if (channels.Has("voice")) Add(Channel.Voice, channels.Text("voice"), channels, "voice");
                if (channels.Has("sms")) Add(Channel.Sms, channels.Text("sms"), channels, "sms");
                channels.RefuseOthers();
            }
            else
            {
                Add(Channel.Voice, map.Text(language), map, language);
                Add(Channel.Sms, map.Text(language), map, language);
            }

            void Add(Channel channel, string text, YamlMap owner, string name)
            {
                try
                {
                    texts[(language, channel)] = PromptText.Parse(text);
                }
                catch (FormatException error)
                {
                    owner.Report(name, error.Message);
                }
            }
        }

        map.RefuseOthers();
        prompts[id] = new Prompt(id, map.Source with { Line = all.LineOf(id) }, texts);
    }

    private void ReadKeyword(YamlMap all, string id)
    {
        if (all.Map(id, id) is not { } map) return;
        if (keywords.ContainsKey(id)) Report(all, id, id, "this keyword is written twice");
        var channel = map.Text("channel");
        if (channel is not ("" or "voice" or "sms")) map.Report("channel", "\"channel\" is voice or sms");
        var does = map.Text("does");
        if (does is not ("" or "repeat" or "back" or "more" or Keyword.Ignore)) map.Report("does", "\"does\" is repeat, back, more or ignore");
        var (go, call) = (map.Text("go"), map.Text("call"));
        if (new[] { go, call, does == "more" ? "" : does }.Count(way => way.Length > 0) > 1) Report(all, id, id, "a keyword has one of \"go\", \"call\" and \"does\"; only \"more\" may also lead somewhere, when there is no more");
        var labels = map.Map("label");
        keywords[id] = new Keyword(
            id,
            map.Source with { Line = all.LineOf(id) },
            map.Text("intent"),
            map.Text("key"),
            channel switch { "voice" => Channel.Voice, "sms" => Channel.Sms, _ => null },
            does,
            go.Length > 0 ? go : call,
            call.Length > 0,
            Spellings(map))
        {
            Labels = labels is null ? ImmutableDictionary<string, string>.Empty : Languages.All.ToImmutableDictionary(language => language, labels.Required),
        };
        labels?.RefuseOthers();
        foreach (var language in Languages.All)
            if (!map.Texts(language).Any()) Report(all, id, id, $"no words in \"{language}\"");
        map.RefuseOthers();
    }

    private static ImmutableDictionary<string, ImmutableArray<string>> Spellings(YamlMap map) =>
        Languages.All.ToImmutableDictionary(language => language, language => map.Texts(language).ToImmutableArray());

    private void ReadNeed(YamlMap all, string id)
    {
        if (all.Map(id, id) is not { } map) return;
        if (needs.ContainsKey(id)) Report(all, id, id, "this need is written twice");
        var labels = map.Map("label");
        if (labels is null && !map.Has("label")) Report(all, id, id, "\"label\" is missing");
        foreach (var language in Languages.All)
            if (!map.Texts(language).Any()) Report(all, id, id, $"no words in \"{language}\"");
        needs[id] = new Need(
            id,
            map.Source with { Line = all.LineOf(id) },
            Languages.All.ToImmutableDictionary(language => language, language => labels?.Required(language) ?? ""),
            Spellings(map),
            map.Text("parent"),
            [.. map.Texts("terms")])
        {
            IsNarrow = map.Text("narrow") == "yes",
        };
        labels?.RefuseOthers();
        map.RefuseOthers();
    }

    private void ReadDialogue(YamlMap root)
    {
        var name = root.Text("dialogue");
        root.Text("about");
        if (dialogues.ContainsKey(name)) root.Report("dialogue", $"the dialogue \"{name}\" is written twice");
        var label = ReadLabel(root, "label", name);
        var labels = new Dictionary<string, Label>(StringComparer.Ordinal);
        if (root.Map("labels", name) is { } labelMap)
            foreach (var node in labelMap.Names)
                if (ReadLabel(labelMap, node, $"{name}.{node}") is { } written) labels[node] = written;
        var resume = root.Text("resume");
        var nodes = new Dictionary<string, Node>(StringComparer.Ordinal);
        var first = "";
        if (root.Map("nodes", name) is { } map)
        {
            foreach (var node in map.Names)
            {
                if (first.Length == 0) first = node;
                var source = map.Source with { Line = map.LineOf(node) };
                var steps = StepReader.Read(map, node, $"{name}.{node}");
                if (steps.IsEmpty) issues.Add(new DialogueIssue(source.File, source.Line, $"{name}.{node}", "the node does nothing"));
                nodes[node] = new Node(node, source, steps);
            }
        }

        if (first.Length == 0)
        {
            root.Report("dialogue", $"the dialogue \"{name}\" has no nodes");
            return;
        }

        foreach (var written in nodes.Keys.Prepend(name))
            if (!IsName(written)) root.Report("dialogue", $"\"{written}\" is no name: a name is made of letters, digits, \"-\" and \"_\"");
        dialogues[name] = new Dialogue(name, root.Source, first, resume, nodes.ToFrozenDictionary(StringComparer.Ordinal))
        {
            Label = label,
            NodeLabels = labels.ToFrozenDictionary(StringComparer.Ordinal),
        };
    }

    private static Label? ReadLabel(YamlMap all, string entry, string owner)
    {
        if (all.Map(entry, owner) is not { } map) return null;
        var words = Languages.All.ToDictionary(language => language, map.Required);
        map.RefuseOthers();
        return new Label(map.Source with { Line = all.LineOf(entry) }, words.Where(word => map.Has(word.Key)).ToImmutableDictionary());
    }

    /// <summary>A full stop joins a dialogue's name and a node's.</summary>
    private static bool IsName(string text) => text.Length > 0 && text.All(c => char.IsLetterOrDigit(c) || c is '-' or '_');

    private void Report(YamlMap owner, string entry, string node, string message) =>
        issues.Add(new DialogueIssue(owner.Source.File, owner.LineOf(entry), node, message));
}
