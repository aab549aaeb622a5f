using System.Globalization;
using AppelAide.Host.Bulletins;

namespace AppelAide.Host.Console.Bulletins;

/// <summary>Bulletins in the words of the pages.</summary>
internal sealed class BulletinWords(ConsoleWords words)
{
    /// <summary>A state.</summary>
    public string State(Bulletin bulletin) => bulletin.State switch
    {
        "draft" => words.T("brouillon", "draft"),
        "scheduled" => words.T("prévu", "scheduled"),
        "planned" => words.T("parti", "on its way"),
        "cancelled" => words.T("annulé", "cancelled"),
        _ => bulletin.State,
    };

    /// <summary>How a state looks.</summary>
    public static string Look(Bulletin bulletin) => bulletin.State switch
    {
        "planned" => "tag good",
        "scheduled" => "tag warn",
        _ => "tag",
    };

    /// <summary>An amount.</summary>
    public string Money(decimal amount)
    {
        var number = amount.ToString("0.00", CultureInfo.InvariantCulture);
        return words.T($"{number.Replace('.', ',')}\u00A0$", $"${number}");
    }

    /// <summary>A number of people.</summary>
    public string People(int people) => people switch
    {
        0 => words.T("personne", "nobody"),
        1 => words.T("1 personne", "1 person"),
        _ => words.T($"{words.Number(people)} personnes", $"{words.Number(people)} people"),
    };

    /// <summary>One way of an audience.</summary>
    public string Group(BulletinAudience group)
    {
        var (language, way) = (group.Language == "en" ? words.T("en anglais", "in English") : words.T("en français", "in French"), group.Kind == "call" ? words.T("par appel", "by call") : words.T("par texto", "by text"));
        return $"{words.Number(group.People)} {way} {language}";
    }

    /// <summary>The size of a text.</summary>
    public string Size(BulletinText text) => text.Segments == 1
        ? words.T($"{text.Text.Length} caractères, 1 segment", $"{text.Text.Length} characters, 1 segment")
        : words.T($"{text.Text.Length} caractères, {text.Segments} segments", $"{text.Text.Length} characters, {text.Segments} segments");
}
