using System.Collections.Immutable;
using System.Runtime.InteropServices;
using AppelAide.Dialogue.Language;

namespace AppelAide.Host.Directory.Places;

/// <summary>
/// All the names of all places as a tree of words: a walk from the root along the words of a message ends where a name does. Built once a
/// snapshot; never changed.
/// </summary>
internal sealed class PlaceNames
{
    private const int ShortestLoneWord = 5;

    // Not frozen: freezing a province takes longer than all the look-ups of a day save.
    private readonly Dictionary<long, int> steps;
    private readonly PlaceNameEnd[] ends;

    private PlaceNames(PlaceVocabulary vocabulary, Dictionary<long, int> steps, PlaceNameEnd[] ends)
    {
        Vocabulary = vocabulary;
        this.steps = steps;
        this.ends = ends;
    }

    public PlaceVocabulary Vocabulary { get; }

    public static PlaceNames Build(ImmutableArray<Place> places, ImmutableArray<PlaceArea> areas)
    {
        var paths = new List<(string[] Words, int Subject, NameEnding Ending)>();
        var joined = new List<(string[] Words, int Subject, NameEnding Ending)>();
        for (var place = 0; place < places.Length; place++)
        {
            foreach (var name in (IEnumerable<string>)[places[place].Name, .. places[place].Aliases])
                AddName(name, place);
            // A merged municipality is called by either half, Port-Daniel--Gascons, unless the half is a place itself: Sainte-Foy.
            foreach (var half in PlaceArea.Halves(places[place].Name))
                paths.Add((Words(half), place, NameEnding.Beginning));
        }

        for (var area = 0; area < areas.Length; area++)
        {
            var words = Words(areas[area].Name);
            paths.Add((words, area, NameEnding.Area));
            for (var length = 1; length < words.Length; length++)
            {
                if (MayStandAlone(words.AsSpan(0, length)))
                    paths.Add((words[..length], area, NameEnding.Area));
            }
        }

        var spelled = paths.SelectMany(path => path.Words);
        return Grow(new PlaceVocabulary(spelled, joined.SelectMany(path => path.Words)), [.. paths, .. joined]);

        void AddName(string name, int place)
        {
            var words = Words(name);
            if (words.Length == 0)
                return;
            paths.Add((words, place, NameEnding.Whole));
            for (var length = 1; length < words.Length; length++)
            {
                if (MayStandAlone(words.AsSpan(0, length)))
                    paths.Add((words[..length], place, NameEnding.Beginning));
                // "Saint-Siméon en Gaspésie": the rest of it is where all are.
                if (words[length] != "en" && MayStandAlone(words.AsSpan(length)))
                    paths.Add((words[length..], place, NameEnding.Rest));
            }

            if (words.Length > 1)
            {
                // Written without spaces, with its articles or without: capchat, steannedesmonts.
                var saintly = words[0] == "st";
                var all = TextFolding.Tokens(name);
                string[] whole = [string.Concat(saintly ? all[1..] : all), string.Concat(saintly ? words[1..] : words)];
                foreach (var word in whole.Select(PlaceWords.Singular).Where(word => word.Length >= ShortestLoneWord).Distinct())
                {
                    joined.Add((saintly ? ["st", word] : [word], place, NameEnding.Whole));
                }
            }
        }
    }

    /// <summary>The node one word further; null when no name goes on so.</summary>
    public int? Step(int node, int word) => steps.TryGetValue(Key(node, word), out var next) ? next : null;

    /// <summary>What the words to a node name; 0 is the root.</summary>
    public PlaceNameEnd EndAt(int node) => ends[node];

    private static PlaceNames Grow(PlaceVocabulary vocabulary, List<(string[] Words, int Subject, NameEnding Ending)> paths)
    {
        var steps = new Dictionary<long, int>();
        var named = new List<(int Node, NameEnding Ending, int Subject)>(paths.Count);
        foreach (var (words, subject, ending) in paths)
        {
            var node = 0;
            foreach (var word in words)
            {
                var key = Key(node, vocabulary.NumberOf(word)!.Value);
                if (!steps.TryGetValue(key, out var next))
                {
                    steps[key] = next = steps.Count + 1;
                }

                node = next;
            }

            named.Add((node, ending, subject));
        }

        var ends = new PlaceNameEnd[steps.Count + 1];
        Array.Fill(ends, PlaceNameEnd.None);
        named.Sort();
        var sorted = CollectionsMarshal.AsSpan(named);
        for (int start = 0, end; start < sorted.Length; start = end)
        {
            var node = sorted[start].Node;
            for (end = start + 1; end < sorted.Length && sorted[end].Node == node;)
                end++;
            ends[node] = EndOf(sorted[start..end]);
        }

        return new(vocabulary, steps, ends);
    }

    private static PlaceNameEnd EndOf(ReadOnlySpan<(int Node, NameEnding Ending, int Subject)> here)
    {
        return new(Of(here, NameEnding.Whole), Of(here, NameEnding.Beginning), Of(here, NameEnding.Rest), Of(here, NameEnding.Area));

        static ImmutableArray<int> Of(ReadOnlySpan<(int Node, NameEnding Ending, int Subject)> here, NameEnding ending)
        {
            ImmutableArray<int>.Builder? subjects = null;
            foreach (var (_, its, subject) in here)
            {
                if (its == ending && (subjects is null || subjects[^1] != subject))
                    (subjects ??= ImmutableArray.CreateBuilder<int>()).Add(subject);
            }

            return subjects?.ToImmutable() ?? [];
        }
    }

    private static long Key(int node, int word) => ((long)node << 32) | (uint)word;

    private static string[] Words(string name) => [.. PlaceWords.Read(name).Select(word => word.Text)];

    private static bool MayStandAlone(ReadOnlySpan<string> words) =>
        words.Length == 1
            // A word of every day is not the beginning of a name that nobody said: passe is not Passes-Dangereuses.
            ? words[0].Length >= ShortestLoneWord && !PlaceWords.IsEveryday(words[0]) && PlaceWords.MayBeMisspelt(words[0])
            : PlaceWords.Tells(words);

    private enum NameEnding
    {
        Whole,
        Beginning,
        Rest,
        Area,
    }
}
