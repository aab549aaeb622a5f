using AppelAide.Dialogue;
using AppelAide.Dialogue.Definition;
using AppelAide.Dialogue.Language;
using AppelAide.Host.Directory.Needs;

namespace AppelAide.Host.Directory.Loading;

/// <summary>
/// What needs a service answers: those that its publisher's categories stand for. Where none of the categories is known to the scripts, the words of
/// the categories and of its name are read as a citizen's would be: help that nobody can find is no help.
/// </summary>
internal sealed class ServiceNeeds(Script script)
{
    private readonly NeedTaxonomy taxonomy = NeedTaxonomy.Of(script);
    private readonly Dictionary<string, string> byWords = [];

    /// <summary>The needs; none when nothing of it can be understood.</summary>
    /// <param name="terms">Its categories.</param>
    /// <param name="name">Its name.</param>
    public IEnumerable<string> Of(IEnumerable<(string Taxonomy, string Code, string Name)> terms, Bilingual name)
    {
        var categories = terms.ToList();
        var known = categories.SelectMany(term => taxonomy.ForTerm(term.Taxonomy, term.Code, term.Name)).Distinct().ToList();
        if (known.Count > 0)
            return known;
        return categories.Select(term => term.Name).Append(name.Fr).Append(name.En).Select(FromWords).Where(need => need.Length > 0).Distinct();
    }

    private string FromWords(string words)
    {
        if (!byWords.TryGetValue(words, out var need))
            byWords[words] = need = script.Recognise(Channel.Sms, TextFolding.Fold(words), words)?.Need?.Id ?? "";
        return need;
    }
}
