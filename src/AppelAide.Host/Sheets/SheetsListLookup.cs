using System.Collections.Immutable;
using System.Globalization;
using AppelAide.Dialogue.Definition;
using AppelAide.Dialogue.Engine;
using AppelAide.Host.Conversations;
using AppelAide.Host.Directory;

namespace AppelAide.Host.Sheets;

/// <summary>
/// <c>sheets.list</c>: the fact sheets that words name, or that go with a need, or all; three a page, for a menu whose fourth key is "others".
/// Pages count from 0.
/// </summary>
internal sealed class SheetsListLookup(DirectorySource source) : ILookup
{
    private const int Most = 3;

    // The longest that a sheet may be: the checker measures with them.
    private const string LongTitleFr = "Préparer sa maison et soi pour l'hiver";
    private const string LongTitleEn = "Get your home and yourself winter ready";
    private const string LongSummaryFr = "Votre facture: la date limite, le montant, vos kilowattheures. Trop cher? Demandez une entente de paiement avant la date.";
    private const string LongSummaryEn = "Your bill: the due date, the amount, your kilowatt-hours. Too much? Ask for a payment plan before the due date.";

    public QuestionSignature Signature { get; } = new(
        QuestionKind.Lookup,
        "sheets.list",
        ["text", "need", "page"],
        Enumerable.Range(1, Most)
            .SelectMany(number => Fields(number, "facture-hydro", new(LongTitleFr, LongTitleEn), new(LongSummaryFr, LongSummaryEn)))
            .Append(KeyValuePair.Create("found", "yes"))
            .Append(KeyValuePair.Create("count", "12"))
            .Append(KeyValuePair.Create("more", "yes"))
            .ToImmutableDictionary());

    public ImmutableDictionary<string, string> Answer(Question question, CallerContext caller)
    {
        var directory = source.Current;
        var sheets = directory.Sheets;
        var found = question["text"] is { Length: > 0 } text ? sheets.Named(text)
            : question["need"] is { Length: > 0 } need ? ForNeed(directory, need)
            : sheets.All;
        var page = int.TryParse(question["page"], NumberStyles.None, CultureInfo.InvariantCulture, out var given) && given < found.Length ? given : 0;
        var shown = found.Skip(page * Most).Take(Most).ToList();
        var fields = ImmutableDictionary.CreateBuilder<string, string>();
        if (shown.Count == 0)
            return fields.ToImmutable();
        fields["found"] = "yes";
        fields["count"] = found.Length.ToString(CultureInfo.InvariantCulture);
        for (var i = 0; i < shown.Count; i++)
            fields.AddRange(Fields(i + 1, shown[i].Id, shown[i].Title, shown[i].Summary));
        fields["more"] = (page * Most) + shown.Count < found.Length ? "yes" : "";
        return fields.ToImmutable();
    }

    /// <summary>A need's own and, of a family, those of its needs; where there is none, its family's.</summary>
    private static ImmutableArray<FactSheet> ForNeed(DirectorySnapshot directory, string need)
    {
        var own = directory.Sheets.ForAny([need, .. directory.Taxonomy.Children(need)]);
        return own.IsEmpty && directory.Taxonomy.ParentOf(need) is { Length: > 0 } family ? directory.Sheets.ForAny([family]) : own;
    }

    private static ImmutableDictionary<string, string> Fields(int number, string id, Bilingual title, Bilingual summary)
    {
        var fields = ImmutableDictionary.CreateBuilder<string, string>();
        var prefix = number.ToString(CultureInfo.InvariantCulture);
        fields[prefix + ".id"] = id;
        title.WriteTo(fields, prefix + ".title");
        summary.WriteTo(fields, prefix + ".summary");
        return fields.ToImmutable();
    }
}
