namespace AppelAide.Host.Directory.Places;

/// <summary>Finds every run of words in a message that names a place or an area. Time in proportion to the message.</summary>
internal sealed class PlaceReader(PlaceNames names)
{
    private const int MostSteps = 10;

    // A message this short is a keyword and a place: FORMATION NOUVELLE.
    private const int FewWords = 3;

    private const string Mrc = "mrc";

    /// <summary>The hits, best first, none overlapping another.</summary>
    public List<PlaceHit> Read(string text)
    {
        var words = PlaceWords.Read(text, names.Vocabulary.Contains);
        if (words.Count == 0)
            return [];
        var choices = Choices(words);
        var meaningful = words.Count(word => !PlaceWords.IsFiller(word.Text));
        var hits = new List<PlaceHit>();
        for (var start = 0; start < words.Count; start++)
            Walk(start, start, 0, 0, 0, 0);

        hits.Sort((a, b) => a.Score != b.Score ? b.Score.CompareTo(a.Score) : a.Start.CompareTo(b.Start));
        var kept = new List<PlaceHit>();
        foreach (var hit in hits)
        {
            if (!kept.Exists(hit.Overlaps))
                kept.Add(hit);
        }

        return kept;

        void Walk(int start, int at, int node, int steps, int slips, int letters)
        {
            if (node != 0 && names.EndAt(node) is { IsAnything: true } end && Hit(start, at, end, steps, slips, letters) is { } hit)
                hits.Add(hit);
            if (at == words.Count || steps == MostSteps)
                return;
            foreach (var (number, wordSlips, span, length) in choices[at])
            {
                if (names.Step(node, number) is { } next)
                    Walk(start, at + span, next, steps + 1, slips + wordSlips, letters + length);
            }
        }

        PlaceHit? Hit(int start, int end, PlaceNameEnd named, int steps, int slips, int letters)
        {
            if (slips > 1 + letters / 8)
                return null;
            var vouched = IsVouched(start, end, named.Whole.Length > 1);
            var word = words[start].Text;
            var lone = steps == 1;
            if (lone && word is "quebec" && start > 0 && !words[start].AfterCue && PlaceWords.NamesOffice(words[start - 1].Text))
                return null;
            if (lone && named.Whole.IsEmpty && PlaceWords.IsNoPlaceAlone(word))
                return null;
            // "En Gaspésie" is the region, not the end of some place's name.
            if (lone && named.Whole.IsEmpty && named.Areas.Length > 0)
                return slips == 0 ? new(start, end, [], named.Areas, true, 0, letters, vouched) : null;
            if (lone && slips > 0 && (word.Length < 5 || PlaceWords.IsNoPlaceAlone(word) || PlaceWords.IsEveryday(word) || (word.Length < 6 && !vouched)))
                return null;
            // Half of a name, misspelt too, is one only where nothing else can be meant.
            if (lone && slips > 0 && named.Whole.IsEmpty && !(words[start].AfterCue || meaningful == 1))
                return null;
            var isEveryday = lone && PlaceWords.IsEveryday(word);
            if (named.Whole.Length > 0 && (!isEveryday || vouched))
                return new(start, end, named.Whole, named.Areas, true, slips, letters, vouched);
            if (named.Beginnings.Length > 0 && (!lone || slips == 0 || vouched))
                return new(start, end, named.Beginnings, named.Areas, false, slips, letters, vouched);
            if (named.Rests.Length > 0 && (!lone || vouched))
                return new(start, end, named.Rests, named.Areas, false, slips, letters, vouched);
            return named.Areas.Length > 0 && slips == 0 ? new(start, end, [], named.Areas, true, 0, letters, vouched) : null;
        }

        bool IsVouched(int start, int end, bool hasHomonyms)
        {
            if (start > 0 && PlaceWords.Denies(words[start - 1].Text))
                return false;
            if (end < words.Count && (words[end].Text == Mrc || (hasHomonyms && BeginsArea(end))))
                return true;
            if (end < words.Count && !PlaceWords.IsFiller(words[end].Text))
                return false;
            var own = 0;
            for (var i = start; i < end; i++)
                own += PlaceWords.IsFiller(words[i].Text) ? 0 : 1;
            return words[start].AfterCue || meaningful == own || (meaningful <= FewWords && !AnythingAfter(end));
        }

        // "Clermont, MRC Charlevoix-Est", "Clermont dans Charlevoix": which of the two.
        bool BeginsArea(int at)
        {
            while (at < words.Count && PlaceWords.IsFiller(words[at].Text))
                at++;
            for (var node = 0; at < words.Count && names.Vocabulary.NumberOf(words[at].Text) is { } number && names.Step(node, number) is { } next; at++)
            {
                node = next;
                if (names.EndAt(node).Areas.Length > 0)
                    return true;
            }

            return false;
        }

        bool AnythingAfter(int end)
        {
            for (var i = end; i < words.Count; i++)
            {
                if (!PlaceWords.IsFiller(words[i].Text))
                    return true;
            }

            return false;
        }
    }

    // For each position, the words of names that may be meant there: as written, misspelt, or parted by a space.
    private List<(int Number, int Slips, int Span, int Letters)>[] Choices(List<PlaceWord> words)
    {
        var choices = new List<(int, int, int, int)>[words.Count];
        for (var i = 0; i < words.Count; i++)
        {
            var word = words[i].Text;
            var here = choices[i] = [];
            if (names.Vocabulary.NumberOf(word) is { } number)
                here.Add((number, 0, 1, word.Length));
            else
                here.AddRange(names.Vocabulary.Near(word).Select(near => (near.Number, near.Slips, 1, word.Length)));
            if (i + 1 < words.Count && names.Vocabulary.NumberOf(word + words[i + 1].Text) is { } both)
                here.Add((both, 0, 2, word.Length + words[i + 1].Text.Length));
        }

        return choices;
    }
}
