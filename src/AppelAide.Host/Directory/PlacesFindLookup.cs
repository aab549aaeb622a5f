using System.Collections.Immutable;
using System.Globalization;
using AppelAide.Dialogue.Definition;
using AppelAide.Dialogue.Engine;
using AppelAide.Host.Conversations;
using AppelAide.Host.Directory.Places;

namespace AppelAide.Host.Directory;

/// <summary><c>places.find</c>: where the citizen lives, from words, a postal code or keys.</summary>
internal sealed class PlacesFindLookup(DirectorySource source) : ILookup
{
    public QuestionSignature Signature { get; } = new(
        QuestionKind.Lookup,
        "places.find",
        ["text", "keys"],
        new Dictionary<string, string>
        {
            ["count"] = "2",
            ["exact"] = "yes",
            ["1.id"] = "02010",
            ["1.name"] = "Sainte-Thérèse-de-Gaspé",
            ["1.within"] = "MRC Le Rocher-Percé",
            ["1.label"] = "Sainte-Thérèse-de-Gaspé, MRC Le Rocher-Percé",
            ["2.id"] = "20005",
            ["2.name"] = "Saint-François-de-l'Île-d'Orléans",
            ["2.within"] = "MRC L'Île-d'Orléans",
            ["2.label"] = "Saint-François-de-l'Île-d'Orléans, MRC L'Île-d'Orléans",
            ["3.id"] = "06050",
            ["3.name"] = "Saint-Alexis-de-Matapédia",
            ["3.within"] = "MRC Avignon",
            ["3.label"] = "Saint-Alexis-de-Matapédia, MRC Avignon",
        }.ToImmutableDictionary());

    public ImmutableDictionary<string, string> Answer(Question question, CallerContext caller)
    {
        var directory = source.Current;
        var match = question["keys"] is { Length: > 0 } keys ? directory.Finder.FromKeys(keys) : PlaceMatch.None;
        if (match.Places.IsEmpty && question["text"] is { Length: > 0 } text)
            match = directory.Finder.FromText(text);

        var fields = ImmutableDictionary.CreateBuilder<string, string>();
        fields["count"] = match.Places.Length.ToString(CultureInfo.InvariantCulture);
        fields["exact"] = match.IsSure ? "yes" : "";
        for (var i = 0; i < match.Places.Length; i++)
        {
            var place = match.Places[i];
            var number = (i + 1).ToString(CultureInfo.InvariantCulture);
            fields[number + ".id"] = place.Id;
            fields[number + ".name"] = PlaceTree.Display(place.Name);
            fields[number + ".within"] = directory.Places.Within(place);
            fields[number + ".label"] = directory.Places.Label(place);
        }

        return fields.ToImmutable();
    }
}
