using System.Collections.Frozen;
using AppelAide.Host.Directory;
using AppelAide.Host.Directory.Hsds;

namespace AppelAide.Host.Console.Words;

/// <summary>What is wrong in a publisher's file, in general; what exactly stands beside, in the words that publishers read, English.</summary>
internal static class DefectWords
{
    private static readonly FrozenDictionary<DefectKind, Bilingual> Words = new Dictionary<DefectKind, Bilingual>
    {
        [DefectKind.DanglingReference] = new("Renvoie à une fiche qui n'est pas dans le fichier", "Refers to a record that is not in the file"),
        [DefectKind.DuplicateId] = new("Identifiant en double", "Identifier used twice"),
        [DefectKind.Cycle] = new("Une fiche dépend d'elle-même", "A record depends on itself"),
        [DefectKind.Missing] = new("Il manque quelque chose", "Something is missing"),
        [DefectKind.Hours] = new("Heures impossibles", "Impossible hours"),
        [DefectKind.Phone] = new("Numéro de téléphone impossible", "Impossible telephone number"),
        [DefectKind.Coordinates] = new("Position hors du monde", "Position outside the world"),
        [DefectKind.Encoding] = new("Lettres abîmées (accents)", "Damaged letters (accents)"),
        [DefectKind.Value] = new("Date, nombre ou mot qu'on ne peut pas lire", "Date, number or word that cannot be read"),
        [DefectKind.Layout] = new("Le fichier n'est pas disposé comme prévu", "The file is not laid out as expected"),
    }.ToFrozenDictionary();

    /// <summary>In the reader's language.</summary>
    public static Bilingual Of(DefectKind kind) => Words[kind];
}
