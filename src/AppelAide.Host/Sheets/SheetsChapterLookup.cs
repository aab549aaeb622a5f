using System.Collections.Immutable;
using System.Globalization;
using AppelAide.Dialogue.Definition;
using AppelAide.Dialogue.Engine;
using AppelAide.Host.Conversations;
using AppelAide.Host.Directory;

namespace AppelAide.Host.Sheets;

/// <summary><c>sheets.chapter</c>: a chapter of a fact sheet.</summary>
internal sealed class SheetsChapterLookup(DirectorySource source) : ILookup
{
    public QuestionSignature Signature { get; } = new(
        QuestionKind.Lookup,
        "sheets.chapter",
        ["sheet", "number"],
        new Dictionary<string, string>
        {
            ["found"] = "yes",
            ["number"] = "4",
            ["count"] = "4",
            ["title.fr"] = "Ce que disent les kilowattheures",
            ["title.en"] = "What the kilowatt-hours tell you",
            ["text.fr"] = "Comparez avec le même mois l'an passé, pas avec le mois d'avant. L'hiver, une maison chauffée à l'électricité en prend trois fois plus que l'été. Si le nombre double sans raison, appelez le numéro écrit sur la facture.",
            ["text.en"] = "Compare with the same month last year, not with the month before. In winter, a home heated with electricity uses three times more than in summer. If the number doubles for no reason, call the number on the bill.",
            ["more"] = "yes",
        }.ToImmutableDictionary());

    public ImmutableDictionary<string, string> Answer(Question question, CallerContext caller)
    {
        var fields = ImmutableDictionary.CreateBuilder<string, string>();
        if (source.Current.Sheets.Find(question["sheet"]) is not { } sheet
            || !int.TryParse(question["number"], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            || sheet.Chapters.FirstOrDefault(chapter => chapter.Number == number) is not { } chapter)
            return fields.ToImmutable();
        fields["found"] = "yes";
        fields["number"] = chapter.Number.ToString(CultureInfo.InvariantCulture);
        fields["count"] = sheet.Chapters.Length.ToString(CultureInfo.InvariantCulture);
        chapter.Title.WriteTo(fields, "title");
        chapter.Text.WriteTo(fields, "text");
        fields["more"] = sheet.Chapters.Any(other => other.Number == number + 1) ? "yes" : "";
        return fields.ToImmutable();
    }
}
