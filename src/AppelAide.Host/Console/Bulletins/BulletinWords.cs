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
        "planned" => words.T("en route", "on its way"),
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

    /// <summary>One way of an audience.</summary>
    public string Group(BulletinAudience group)
    {
        var (language, way) = (group.Language == "en" ? words.T("en anglais", "in English") : words.T("en français", "in French"), group.Kind == "call" ? words.T("par appel", "by call") : words.T("par texto", "by text"));
        return $"{words.Number(group.People)} {way} {language}";
    }

    /// <summary>The size of a text.</summary>
    public string Size(BulletinText text) => text.Segments == 1
        ? words.T($"{text.Text.Length} caractères, 1 texto facturé", $"{text.Text.Length} characters, billed as 1 text")
        : words.T($"{text.Text.Length} caractères, {text.Segments} textos facturés", $"{text.Text.Length} characters, billed as {text.Segments} texts");
}
