using System.Collections.Immutable;
using AppelAide.Host.Directory;

namespace AppelAide.Host.Sheets;

/// <summary>A short text on a subject ("fiche thématique"), read aloud in chapters.</summary>
/// <param name="Id">Its identifier.</param>
/// <param name="Needs">The needs it goes with; empty for none.</param>
/// <param name="Title">As said and texted: 40 characters at most.</param>
/// <param name="Words">What else citizens call it, in both languages, as <c>keywords.yaml</c> spells phrases.</param>
/// <param name="Summary">All of it in one text message.</param>
/// <param name="VerifiedOn">The local date on which somebody last made sure that it is true; null for never.</param>
/// <param name="VerifiedBy">Who; empty for nobody.</param>
/// <param name="Chapters">In order, numbered 1, 2, 3…</param>
internal sealed record FactSheet(
    string Id,
    ImmutableArray<string> Needs,
    Bilingual Title,
    FactSheetWords Words,
    Bilingual Summary,
    DateOnly? VerifiedOn,
    string VerifiedBy,
    ImmutableArray<FactSheetChapter> Chapters);
