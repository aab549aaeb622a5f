using System.Globalization;

namespace AppelAide.Host.Trainings.Calendar.Publishing;

/// <summary>The words around what partners write, in the language of whoever subscribes.</summary>
/// <param name="Language"><c>fr</c> or <c>en</c>.</param>
internal sealed record CalendarWords(string Language)
{
    private bool IsFrench => Language == "fr";

    /// <summary>The name of the calendar.</summary>
    public string Title(string line) => IsFrench ? $"{line} : formations et rencontres" : $"{line}: training and meetings";

    public string Kind(string kind) => kind switch
    {
        "meeting" => IsFrench ? "Rencontre de partenaires" : "Partners' meeting",
        "group" => IsFrench ? "Groupe de discussion" : "Discussion group",
        "workshop" => IsFrench ? "Atelier citoyen" : "Citizens' workshop",
        "culture" => IsFrench ? "Culture" : "Culture",
        _ => IsFrench ? "Formation" : "Training",
    };

    public string Cost(decimal cost) => cost <= 0
        ? IsFrench ? "Gratuit." : "Free."
        : IsFrench ? $"Coût : {cost.ToString("0.##", CultureInfo.GetCultureInfo("fr-CA"))} $." : $"Cost: ${cost.ToString("0.##", CultureInfo.InvariantCulture)}.";

    public string Bring(string what) => IsFrench ? $"À apporter : {what}." : $"What to bring: {what}.";

    /// <summary>Empty for a level that nobody needs to be told.</summary>
    public string Level(string level) => level switch
    {
        "beginner" => IsFrench ? "Pour débutants." : "For beginners.",
        "intermediate" => IsFrench ? "Niveau intermédiaire." : "Intermediate level.",
        "advanced" => IsFrench ? "Niveau avancé." : "Advanced level.",
        "all" => IsFrench ? "Pour tous les niveaux." : "For all levels.",
        _ => "",
    };

    /// <summary>Empty when not known.</summary>
    public string GivenIn(string languages)
    {
        var (french, english) = (languages.Contains("fr", StringComparison.OrdinalIgnoreCase), languages.Contains("en", StringComparison.OrdinalIgnoreCase));
        return (french, english) switch
        {
            (true, true) => IsFrench ? "En français et en anglais." : "In French and English.",
            (true, false) => IsFrench ? "En français." : "In French.",
            (false, true) => IsFrench ? "En anglais." : "In English.",
            _ => "",
        };
    }

    public string Wheelchair => IsFrench ? "Accessible en fauteuil roulant." : "Wheelchair accessible.";

    public string NoWheelchair => IsFrench ? "Non accessible en fauteuil roulant." : "Not wheelchair accessible.";

    public string ByTelephone(string number) => IsFrench ? $"Par téléphone : {number}" : $"By telephone: {number}";

    /// <summary>How to register: by calling or texting the line.</summary>
    public string Register(string number) => number.Length == 0
        ? IsFrench ? "Pour vous inscrire, appelez la ligne." : "To register, call the line."
        : IsFrench ? $"Pour vous inscrire, appelez le {number} ou textez FORMATION à ce numéro." : $"To register, call {number} or text TRAINING to that number.";

    /// <summary>A number as people read it: 418 555-0137.</summary>
    public static string Phone(string number) =>
        number is ['+', '1', .. { Length: 10 } own] ? $"{own[..3]} {own[3..6]}-{own[6..]}" : number;
}
