using System.Globalization;
using AppelAide.Host.Directory.Hsds;
using AppelAide.Host.Directory.Hsds.Checks;
using AppelAide.Host.Directory.Hsds.Formats;

namespace AppelAide.Host.Directory.Editing;

/// <summary>What is wrong in what staff typed, in sentences: what an import tells a publisher of, staff mend at once. Only what was changed is looked at.</summary>
internal static class EditCheck
{
    private const int LongestName = 300;
    private const int LongestText = 4_000;
    private const int LongestUrl = 1_000;
    private const int LongestExtension = 10;

    private static readonly string[] Statuses = ["active", "inactive", "defunct", "temporarily_closed"];

    /// <summary>What is wrong in a part of a form.</summary>
    public static IEnumerable<EditMistake> Of(EditGroup group, Func<string, string> typed)
    {
        // A box is checked or not, whatever it is called.
        if (group.IsBoxes)
            yield break;
        foreach (var (field, before) in group.Values)
        {
            var value = typed(field);
            if (value != before && Of(group, field, value, typed) is var (fr, en))
                yield return new(group.Input(field), fr, en);
        }
    }

    /// <summary>What is wrong in boxes that a form has and the line does not: it was made up, or the scripts no longer name that need.</summary>
    /// <param name="group">A part of the form.</param>
    /// <param name="inputs">The fields of the form that say something.</param>
    public static IEnumerable<EditMistake> Unknown(EditGroup group, IEnumerable<string> inputs)
    {
        var known = group.Values.Select(pair => group.Input(pair.Key)).ToHashSet();
        if (!group.IsBoxes || !inputs.Any(input => input.StartsWith(group.Input(""), StringComparison.Ordinal) && !known.Contains(input)))
            return [];
        return group.Kind == EditGroupKind.Needs
            ? [new(group.Input(""), "La ligne ne connaît pas un des besoins cochés : choisissez dans la liste.", "The line does not know one of the needs that were checked: choose from the list.")]
            : [new(group.Input(""), "La ligne ne connaît pas une des langues cochées : choisissez dans la liste.", "The line does not know one of the languages that were checked: choose from the list.")];
    }

    private static (string Fr, string En)? Of(EditGroup group, string field, string value, Func<string, string> typed) => field switch
    {
        "name" or "name_fr" when value.Length == 0 => ("Le nom ne peut pas être vide.", "The name cannot be empty."),
        "name" or "name_fr" or "name_en" when value.Length > LongestName || value.Contains('\n', StringComparison.Ordinal) =>
            ("Le nom tient sur une ligne de 300 caractères au plus.", "The name fits on one line of at most 300 characters."),
        "status" when !Statuses.Contains(value) => ("Choisissez un état dans la liste.", "Choose a state from the list."),
        "minimum_age" or "maximum_age" when value.Length > 0 && Years(value) is null =>
            ("L'âge est un nombre entier de 0 à 150.", "The age is a whole number from 0 to 150."),
        "maximum_age" when Years(value) < Years(typed("minimum_age")) =>
            ("L'âge le plus grand est plus petit que l'âge le plus petit.", "The oldest age is below the youngest."),
        "email" when value.Length > 0 && Wrong(group, field, value) =>
            ("Ce n'est pas une adresse de courriel, comme info@exemple.org.", "This is not an e-mail address such as info@exemple.org."),
        "url" or "website" when value.Length > 0 && !IsWebAddress(value) =>
            ("L'adresse d'un site commence par https://, comme https://exemple.org.", "A web address begins with https://, such as https://exemple.org."),
        "number" when value.Length > 0 && !PhoneText.TryDial(value, out _) =>
            ("Ce numéro ne peut pas être composé. Écrivez-le comme 418 555-0137, ou 211.", "This number cannot be dialled. Write it as 418 555-0137, or 211."),
        "extension" when value.Length > LongestExtension || !value.All(char.IsAsciiDigit) =>
            ("Le poste est un nombre, comme 204.", "The extension is a number, such as 204."),
        "hours" when value.Length > 0 => Hours(value),
        "valid_from" or "valid_to" when value.Length > 0 && !ValueCheck.IsDate(value) =>
            ("La date s'écrit année-mois-jour, comme 2026-11-30.", "The date is written year-month-day, such as 2026-11-30."),
        "valid_to" when value.Length > 0 && ValueCheck.IsDate(typed("valid_from")) && string.CompareOrdinal(value, typed("valid_from")) < 0 =>
            ("La fin est avant le début.", "The end is before the beginning."),
        _ when value.Length > LongestText =>
            ("Le texte a plus de 4 000 caractères : au téléphone, personne n'en écouterait autant.", "The text is over 4,000 characters: nobody would listen to that much on the telephone."),
        _ => null,
    };

    private static (string Fr, string En)? Hours(string text)
    {
        if (text.Length > LongestName || !PlainHours.TryRead(text, out var days, out _) || days.IsEmpty)
        {
            // Of several rules, the first that cannot be read alone is shown.
            var wrong = text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).FirstOrDefault(part => !PlainHours.TryRead(part, out _, out _)) ?? "";
            return (
                $"Ces heures ne se lisent pas{(wrong.Length is 0 or > 100 || wrong == text.Trim() ? "" : $", à « {wrong} »")}. Écrivez-les comme « lundi au vendredi 9 h à 16 h 30; samedi 10 h à 12 h », ou 24/7.",
                $"These hours cannot be read{(wrong.Length is 0 or > 100 || wrong == text.Trim() ? "" : $", at \"{wrong}\"")}. Write them as \"Monday to Friday 9:00 am to 4:30 pm; Saturday 10:00 am to noon\", or 24/7.");
        }

        foreach (var (_, opens, closes) in days)
        {
            if (HoursCheck.Of(name => name switch { "opens_at" => opens, "closes_at" => closes, _ => "" }) is not null)
            {
                return (
                    $"De {opens} à {closes}, ce serait ouvert toute la nuit. S'agit-il de l'après-midi? Écrivez les heures de 0 à 24.",
                    $"From {opens} to {closes} it would be open all night. Is it the afternoon? Write pm.");
            }
        }

        return null;
    }

    private static int? Years(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var years) && years <= 150 ? years : null;

    private static bool Wrong(EditGroup group, string field, string value) =>
        HsdsTables.Get(group.Rows[0].Table).Find(field) is { } known && ValueCheck.Of(HsdsTables.Get(group.Rows[0].Table), known, value) is not null;

    // A link that staff and citizens may follow: javascript: is an address too.
    private static bool IsWebAddress(string value) =>
        value.Length <= LongestUrl && Uri.TryCreate(value, UriKind.Absolute, out var address) && address.Scheme is "https" or "http" && address.Host.Contains('.', StringComparison.Ordinal);
}
