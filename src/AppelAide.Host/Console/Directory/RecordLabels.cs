using AppelAide.Host.Directory;
using AppelAide.Host.Directory.Editing;
using AppelAide.Host.Directory.Hsds;

namespace AppelAide.Host.Console.Directory;

/// <summary>What staff call the fields of the directory.</summary>
internal static class RecordLabels
{
    /// <summary>The states of a service, in the order of the form.</summary>
    public static readonly string[] Statuses = ["active", "temporarily_closed", "inactive", "defunct"];

    /// <summary>The kinds of telephones, in the order of the form.</summary>
    public static readonly string[] PhoneTypes = ["voice", "cell", "text", "fax", "tty"];

    /// <summary>A kind of telephone.</summary>
    public static string PhoneType(string type, ConsoleWords words) => type switch
    {
        "" => words.T("non dit", "not said"),
        "voice" => words.T("téléphone", "telephone"),
        "cell" => words.T("cellulaire", "cell phone"),
        "text" => words.T("textos seulement", "texts only"),
        "fax" => words.T("fax", "fax"),
        "tty" => words.T("ATS", "TTY"),
        _ => type,
    };

    /// <summary>A language.</summary>
    public static string Tongue(string code, ConsoleWords words) => code switch
    {
        "fr" => words.T("français", "French"),
        "en" => words.T("anglais", "English"),
        "es" => words.T("espagnol", "Spanish"),
        "mic" => words.T("mi'kmaq", "Mi'kmaq"),
        _ => code,
    };

    /// <summary>Who publishes a record.</summary>
    public static string Source(string source, ConsoleWords words) => source switch
    {
        "sample" => words.T("la ligne elle-même : un exemple fictif", "the line itself: a fictional example"),
        "console" => words.T("vous, dans ces pages", "you, in these pages"),
        _ => source,
    };

    /// <summary>A state of a service.</summary>
    public static string Status(string status, ConsoleWords words) => status switch
    {
        "active" => words.T("offert", "offered"),
        "temporarily_closed" => words.T("fermé pour un temps", "closed for a time"),
        "inactive" => words.T("pas offert en ce moment", "not offered now"),
        "defunct" => words.T("n'existe plus", "no longer exists"),
        _ => status,
    };

    /// <summary>A field.</summary>
    public static string Field(string field, ConsoleWords words) => field switch
    {
        "name" => words.T("Nom", "Name"),
        "name_fr" => words.T("Nom en français", "Name in French"),
        "name_en" => words.T("Nom en anglais", "Name in English"),
        "description" => words.T("Description", "Description"),
        "description_fr" => words.T("Description en français", "Description in French"),
        "description_en" => words.T("Description en anglais", "Description in English"),
        "status" => words.T("État", "State"),
        "alert" or "alert_fr" => words.T("À dire avant tout, en français", "To be said first, in French"),
        "alert_en" => words.T("À dire avant tout, en anglais", "To be said first, in English"),
        "eligibility_description" or "eligibility_description_fr" => words.T("Pour qui, en français", "For whom, in French"),
        "eligibility_description_en" => words.T("Pour qui, en anglais", "For whom, in English"),
        "minimum_age" => words.T("Âge le plus petit", "Youngest age"),
        "maximum_age" => words.T("Âge le plus grand", "Oldest age"),
        "email" => words.T("Courriel", "E-mail"),
        "url" or "website" => words.T("Site web", "Web site"),
        "number" => words.T("Numéro", "Number"),
        "extension" => words.T("Poste", "Extension"),
        "type" => words.T("Sorte de téléphone", "Kind of telephone"),
        "hours" => words.T("Heures", "Hours"),
        "valid_from" => words.T("À partir du", "From"),
        "valid_to" => words.T("Jusqu'au", "Until"),
        "remove" => words.T("Enlever", "Remove"),
        "attribute" => words.T("Besoin", "Need"),
        "language" => words.T("Langue", "Language"),
        "assured_date" => words.T("Vérifié le", "Verified on"),
        "assurer" => words.T("Vérifié par", "Verified by"),
        "date" => words.T("Date", "Date"),
        "starts_at" => words.T("Début", "Start"),
        "ends_at" => words.T("Fin", "End"),
        "location_id" => words.T("Lieu", "Place"),
        "venue" => words.T("Salle ou précision", "Room or detail"),
        "seats" => words.T("Places", "Seats"),
        "state" => words.T("A lieu", "Takes place"),
        "note_fr" => words.T("Raison, en français", "Reason, in French"),
        "note_en" => words.T("Raison, en anglais", "Reason, in English"),
        "title_fr" => words.T("Titre en français", "Title in French"),
        "title_en" => words.T("Titre en anglais", "Title in English"),
        "bring_fr" or "document" or "document_fr" => words.T("À apporter, en français", "To bring, in French"),
        "bring_en" or "document_en" => words.T("À apporter, en anglais", "To bring, in English"),
        "access_fr" => words.T("Accès, en français", "Access, in French"),
        "access_en" => words.T("Accès, en anglais", "Access, in English"),
        _ => field,
    };

    /// <summary>A part of a form.</summary>
    public static string Group(EditGroup group, ConsoleWords words)
    {
        var where = group.Owner.Door.Length > 0 ? words.T($" : {group.Owner.Door}", $": {group.Owner.Door}") : "";
        return group.Kind switch
        {
            EditGroupKind.Phone => words.T("Téléphone", "Telephone") + where,
            EditGroupKind.NewPhone => words.T("Ajouter un téléphone", "Add a telephone"),
            EditGroupKind.Hours => (group["valid_from"].Length + group["valid_to"].Length > 0 ? words.T("Heures d'une saison", "Hours of a season") : words.T("Heures", "Hours")) + where,
            EditGroupKind.NewHours => words.T("Ajouter des heures", "Add hours") + where,
            EditGroupKind.Rule => words.T("Heures particulières", "Particular hours") + where,
            EditGroupKind.Needs => words.T("Besoins", "Needs"),
            EditGroupKind.Languages => words.T("Langues", "Languages"),
            EditGroupKind.Bring => words.T("À apporter", "To bring"),
            EditGroupKind.NewBring => words.T("Ajouter quelque chose à apporter", "Add something to bring"),
            _ => words.T("La fiche", "The record"),
        };
    }

    /// <summary>What somebody else changed, as people say it.</summary>
    public static FieldDifference Difference(EditDifference difference, EditSheet? sheet, ConsoleWords words, NeedLabels needs)
    {
        var slash = difference.Input.LastIndexOf('/');
        var (key, field) = slash < 0 ? ("", difference.Input) : (difference.Input[..slash], difference.Input[(slash + 1)..]);
        return key.Split(':')[0] switch
        {
            "needs" => Checked($"{words.T("Besoins", "Needs")} – {needs.Of(field)}"),
            "languages" => Checked($"{words.T("Langues", "Languages")} – {Tongue(field, words)}"),
            "attribute" => new(Field("attribute", words), needs.OfTerm(difference.Theirs), needs.OfTerm(difference.Yours)),
            "language" => new(Field("language", words), Tongue(difference.Theirs, words), Tongue(difference.Yours, words)),
            _ => new(Input(key, field, sheet, words), difference.Theirs, difference.Yours),
        };

        FieldDifference Checked(string label) => new(label, Box(difference.Theirs), Box(difference.Yours));

        string Box(string value) => value.Length > 0 ? words.T("oui", "yes") : words.T("non", "no");
    }

    // A field of a form, with the part it is in.
    private static string Input(string key, string field, EditSheet? sheet, ConsoleWords words)
    {
        var label = field.Length > 0 ? Field(field, words) : words.T("Tout", "All of it");
        var group = sheet?.Groups.FirstOrDefault(group => group.Key == key);
        var part = group is not null ? group.Kind is EditGroupKind.Record or EditGroupKind.Bring ? "" : Group(group, words)
            : key.StartsWith("phone:", StringComparison.Ordinal) ? words.T("Téléphone", "Telephone")
            : key.StartsWith("hours:", StringComparison.Ordinal) || key.StartsWith("schedule:", StringComparison.Ordinal) ? words.T("Heures", "Hours") : "";
        return part.Length > 0 ? words.T($"{part} – {label}", $"{part} – {label}") : label;
    }

    /// <summary>The fields of a change, as people say them.</summary>
    /// <param name="change">The change.</param>
    /// <param name="words">Of the page.</param>
    /// <param name="needs">The needs, with the categories that the change names; null when it is of no service.</param>
    public static IReadOnlyList<HistoryLine> Lines(RecordChange change, ConsoleWords words, NeedLabels? needs = null) => [.. change.Rows.SelectMany(row => Lines(row, words, needs))];

    private static IEnumerable<HistoryLine> Lines(HistoryRow row, ConsoleWords words, NeedLabels? needs)
    {
        var (before, after) = (FlatJson.Read(row.RecordBefore), FlatJson.Read(row.RecordAfter));
        if (row.Kind == "schedule")
        {
            var (then, now) = (HoursOf(row, row.RecordBefore, words), HoursOf(row, row.RecordAfter, words));
            if (then.Length > 0 || now.Length > 0)
            {
                yield return new(words.T("Heures", "Hours"), then, now);
                yield break;
            }
        }

        if (row.Kind is "attribute" or "language")
        {
            var (then, now) = (BoxOf(row.Kind, before, words, needs), BoxOf(row.Kind, after, words, needs));
            if (then.Length > 0 || now.Length > 0)
            {
                yield return new(Field(row.Kind, words), then, now);
                yield break;
            }
        }

        var part = row.Kind == "phone" ? words.T("Téléphone – ", "Telephone – ") : "";
        foreach (var field in before.Keys.Concat(after.Keys).Distinct().Where(field => before.GetValueOrDefault(field, "") != after.GetValueOrDefault(field, "")))
        {
            if (field.EndsWith("_id", StringComparison.Ordinal) && row.Kind is "phone" or "schedule" or "required_document") continue;
            yield return new(part + Field(field, words), Told(field, before.GetValueOrDefault(field, ""), words), Told(field, after.GetValueOrDefault(field, ""), words));
        }
    }

    private static string Told(string field, string value, ConsoleWords words) => (field, value) switch
    {
        ("status", { Length: > 0 }) => Status(value, words),
        ("state", "planned") => words.T("oui", "yes"),
        ("state", "cancelled") => words.T("non, annulée", "no, cancelled"),
        _ => value,
    };

    private static string BoxOf(string kind, Dictionary<string, string> record, ConsoleWords words, NeedLabels? needs) => kind == "attribute"
        ? needs?.OfTerm(record.GetValueOrDefault("taxonomy_term_id", "")) ?? ""
        : Tongue(SpokenLanguage.Code(record.GetValueOrDefault("code", ""), record.GetValueOrDefault("name", "")), words);

    private static string HoursOf(HistoryRow row, string json, ConsoleWords words)
    {
        if (json.Length == 0) return "";
        var record = HsdsRecord.FromJson(row.Kind, row.RecordId, json);
        if (!HoursText.Fits(record)) return "";
        var season = string.Join(" – ", new[] { record["valid_from"], record["valid_to"] }.Where(date => date.Length > 0));
        return HoursText.Write([record], words.Language) + (season.Length > 0 ? $" ({season})" : "");
    }
}
