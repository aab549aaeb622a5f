using System.Collections.Immutable;
using AppelAide.Dialogue.Actions;
using AppelAide.Dialogue.Engine;
using AppelAide.Dialogue.Waits;

namespace AppelAide.Dialogue.Definition;

/// <summary>Reads the steps of a node.</summary>
internal static class StepReader
{
    private static readonly Dictionary<string, Func<YamlMap, Condition?, Step>> Kinds = new(StringComparer.Ordinal)
    {
        ["say"] = (map, when) => new Say([.. map.Texts("say")]) { Source = map.Source, When = when },
        ["set"] = (map, when) => new SetVariables(Pairs(map.Map("set"))) { Source = map.Source, When = when },
        ["lookup"] = (map, when) => new Ask(QuestionKind.Lookup, map.Text("lookup"), Pairs(map.Map("with")), map.Required("as")) { Source = map.Source, When = when },
        ["do"] = (map, when) => new Ask(QuestionKind.Command, map.Text("do"), Pairs(map.Map("with")), map.Text("as", "done")) { Source = map.Source, When = when },
        ["text"] = (map, when) => new SendText(map.Text("text")) { Source = map.Source, When = when },
        ["go"] = (map, when) => new Go(map.Text("go")) { Source = map.Source, When = when },
        ["call"] = (map, when) => new Call(map.Text("call")) { Source = map.Source, When = when },
        ["return"] = (map, when) => Read(map, "return", new Return { Source = map.Source, When = when }),
        ["end"] = (map, when) => Read(map, "end", new End { Source = map.Source, When = when }),
        ["resume"] = (map, when) => Read(map, "resume", new Resume { Source = map.Source, When = when }),
        ["not-understood"] = (map, when) => Read(map, "not-understood", new Actions.NotUnderstood { Source = map.Source, When = when }),
        ["outcome"] = (map, when) => new MarkOutcome(map.Text("outcome")) { Source = map.Source, When = when },
        ["need"] = (map, when) => new NameNeed(map.Text("need")) { Source = map.Source, When = when },
        ["intent"] = (map, when) => new MarkIntent(map.Text("intent")) { Source = map.Source, When = when },
        ["language"] = (map, when) => new ChangeLanguage(map.Text("language")) { Source = map.Source, When = when },
        ["speed"] = ReadSpeed,
        ["choose"] = (map, when) => new ChoiceWait([.. map.Maps("choose").Select(ReadChoice)], map.Text("other"), map.Text("as")) { Source = map.Source, When = when, Needs = map.Text("needs"), OtherHears = [.. map.Texts("hears")], Exhausted = map.Text("exhausted"), Tries = map.Number("tries", 0) },
        ["place"] = (map, when) => new PlaceWait(map.Text("place")) { Source = map.Source, When = when, Exhausted = map.Text("exhausted"), Tries = map.Number("tries", 0) },
        ["number"] = (map, when) => new NumberWait(map.Text("number"), map.Text("min"), map.Text("max"), map.Required("go")) { Source = map.Source, When = when, Exhausted = map.Text("exhausted"), Tries = map.Number("tries", 0) },
        ["record"] = (map, when) => new OpenAnswerWait(map.Text("record"), map.Number("seconds", 120), map.Required("as"), map.Required("go")) { Source = map.Source, When = when, Exhausted = map.Text("exhausted"), Tries = map.Number("tries", 0) },
        ["name"] = (map, when) => new NameWait(map.Text("name"), map.Required("go")) { Source = map.Source, When = when, Record = map.Text("record"), Skip = map.Text("skip"), Exhausted = map.Text("exhausted"), Tries = map.Number("tries", 0) },
        ["telephone"] = (map, when) => new TelephoneWait(map.Text("telephone"), map.Required("go")) { Source = map.Source, When = when, Exhausted = map.Text("exhausted"), Tries = map.Number("tries", 0) },
        ["transfer"] = (map, when) => new TransferWait(map.Text("transfer"), map.Required("answered"), map.Required("missed")) { Source = map.Source, When = when },
    };

    /// <summary>The kinds of wait that lead on by an entry of another kind's name; the first that stands in a step is the step's kind.</summary>
    private static readonly (string Kind, string[] Companions)[] Companions = [("name", ["go", "record"]), ("telephone", ["go"]), ("number", ["go"]), ("record", ["go"])];

    public static ImmutableArray<Step> Read(YamlMap nodes, string node, string owner)
    {
        var steps = ImmutableArray.CreateBuilder<Step>();
        foreach (var map in nodes.Maps(node, owner))
        {
            // "number … go" names where the answer leads, "name … record" where another way to answer does; elsewhere they are steps by themselves.
            var kinds = map.Names.Where(Kinds.ContainsKey).ToList();
            var (kind, companions) = Companions.FirstOrDefault(one => kinds.Contains(one.Kind), (kinds.FirstOrDefault() ?? "", []));
            if (kind.Length == 0 || kinds.Exists(other => other != kind && !companions.Contains(other)))
            {
                map.Report("", $"each step names one of {string.Join(", ", Kinds.Keys)}");
                continue;
            }

            Condition? when = null;
            try
            {
                when = map.Has("if") ? Condition.Parse(map.Text("if")) : null;
            }
            catch (FormatException error)
            {
                map.Report("if", error.Message);
            }

            steps.Add(Kinds[kind](map, when));
            map.RefuseOthers();
        }

        return steps.ToImmutable();
    }

    private static Choice ReadChoice(YamlMap map)
    {
        Condition? when = null;
        try
        {
            when = map.Has("if") ? Condition.Parse(map.Text("if")) : null;
        }
        catch (FormatException error)
        {
            map.Report("if", error.Message);
        }

        var choice = new Choice(map.Source, map.Required("key"), map.Text("say"), map.Text("hears"), map.Required("go"), when);
        map.RefuseOthers();
        return choice;
    }

    private static ChangeSpeed ReadSpeed(YamlMap map, Condition? when)
    {
        var speed = map.Text("speed");
        if (speed is not ("slow" or "normal")) map.Report("speed", $"\"{speed}\" is no speed: slow or normal");
        return new ChangeSpeed(speed == "slow") { Source = map.Source, When = when };
    }

    private static ImmutableArray<KeyValuePair<string, string>> Pairs(YamlMap? map) =>
        map is null ? [] : [.. map.Names.Select(name => KeyValuePair.Create(name, map.Text(name)))];

    private static Step Read(YamlMap map, string name, Step step)
    {
        map.Text(name);
        return step;
    }
}
