using System.Globalization;
using AppelAide.Dialogue;
using AppelAide.Dialogue.Language;
using AppelAide.Host.Trainings.Registrations;

namespace AppelAide.Host.Trainings.Desk;

/// <summary>The words of a roster, in the language of who gives the training.</summary>
/// <param name="Language"><c>fr</c> or <c>en</c>.</param>
internal sealed record RosterWords(string Language)
{
    private bool IsFrench => Language != "en";

    public string Roster => IsFrench ? "Liste de présence" : "Attendance list";

    public string Date => "Date";

    public string Hours => IsFrench ? "Heures" : "Hours";

    public string Place => IsFrench ? "Lieu" : "Place";

    public string Seats => IsFrench ? "Places" : "Seats";

    public string Present => IsFrench ? "Présent" : "Present";

    public string Absent => "Absent";

    public string Name => IsFrench ? "Nom" : "Name";

    public string Code => "Code";

    public string Remarks => IsFrench ? "Remarques" : "Remarks";

    public string Offered => IsFrench ? "Une place leur est offerte" : "A seat is offered to them";

    public string Waiting => IsFrench ? "Liste d'attente" : "Waitlist";

    public string Rank => IsFrench ? "Rang" : "Place in line";

    public string Colon => IsFrench ? "\u00A0:" : ":";

    public string Nobody => IsFrench ? "Personne n'est inscrit." : "Nobody is registered.";

    public string CalledOff => IsFrench ? "Cette séance est annulée." : "This session is cancelled.";

    /// <summary>The title.</summary>
    public string Title(TrainingSession session) => IsFrench ? session.Training.Title.Fr : session.Training.Title.En;

    /// <summary>The date with its year: a list is found again in a drawer.</summary>
    public string DateOf(TrainingSession session) => Wording.Date(session.Date, DateOnly.MinValue, Language, Channel.Voice);

    /// <summary>From when to when.</summary>
    public string HoursOf(TrainingSession session) => session.IsAllDay
        ? IsFrench ? "toute la journée" : "all day"
        : $"{Time(session.StartsAt)} {(IsFrench ? "à" : "to")} {Time(session.EndsAt)}";

    /// <summary>The heading and the title on one line.</summary>
    public string Heading(TrainingSession session) => $"{Roster}{Colon} {Title(session)}";

    /// <summary>Where, with the street and the town when they are known.</summary>
    public static string PlaceOf(SessionSheet sheet) =>
        new[] { sheet.Session.Where, sheet.Session.Location.Address, sheet.Town }
            .Aggregate((said, part) => part.Length == 0 || said.Contains(part, StringComparison.Ordinal) ? said : said.Length == 0 ? part : $"{said}, {part}");

    /// <summary>How many seats are taken, of how many; overbooked is said.</summary>
    public string SeatsOf(SessionSheet sheet)
    {
        var (taken, seats) = (Number(sheet.Taken), sheet.Session.Seats is { } all ? Number(all) : "");
        if (seats.Length == 0) return IsFrench ? $"{taken}, sans limite" : $"{taken}, no limit";
        var over = sheet.Over == 0 ? "" : IsFrench ? $"\u00A0: {Number(sheet.Over)} de trop" : $": {Number(sheet.Over)} too many";
        return (IsFrench ? $"{taken} sur {seats}" : $"{taken} of {seats}") + over;
    }

    /// <summary>Who it is. Of a telephone, the last two digits.</summary>
    public string NameOf(Registration row)
    {
        if (row.Name.Length > 0) return row.Name;
        if (row.NameRecording is not null) return (IsFrench ? "Nom enregistré" : "Recorded name") + (row.Tail.Length == 0 ? "" : IsFrench ? $", téléphone …{row.Tail}" : $", telephone …{row.Tail}");
        if (row.Tail.Length == 0) return IsFrench ? "Sans nom, numéro masqué" : "No name, hidden number";
        return IsFrench ? $"Sans nom, téléphone …{row.Tail}" : $"No name, telephone …{row.Tail}";
    }

    // On paper there is room for the spaces that texts leave out: 13 h 30.
    private string Time(TimeOnly time)
    {
        var written = Wording.Time(time, Language, Channel.Sms);
        return IsFrench ? written.Replace("h", "\u00A0h\u00A0", StringComparison.Ordinal).TrimEnd() : written;
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
