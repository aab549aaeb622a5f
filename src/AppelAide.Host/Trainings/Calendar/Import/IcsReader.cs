using System.Collections.Immutable;

namespace AppelAide.Host.Trainings.Calendar.Import;

/// <summary>Reads a partner's calendar: each UID is a training.</summary>
internal sealed class IcsReader(CalendarImportOptions options, CalendarDefects defects)
{
    private const int LongestTitle = 300;
    private const int LongestText = 4_000;

    /// <summary>The trainings of the file.</summary>
    public PartnerFile Read(string path)
    {
        var file = CalendarFile.Read(path, defects);
        var unreadable = file.Unreadable.ToBuilder();
        var trainings = ImmutableArray.CreateBuilder<PartnerTraining>();
        foreach (var series in file.Series)
        {
            // Half of what a file says of an event may say the wrong dates.
            if (unreadable.Contains(series.Uid))
                continue;
            if (series.Main.Summary.Length == 0)
            {
                defects.Add(series.Line, "SUMMARY", "is missing: nobody could be told what it is", dropped: true);
                unreadable.Add(series.Uid);
                continue;
            }

            trainings.Add(new(series.Uid, series.Line, Row(series.Main), [series]));
        }

        return new(trainings.ToImmutable(), unreadable.ToImmutable(), file.IsWhole);
    }

    private TrainingRow Row(CalendarEvent main)
    {
        var language = main.Language.Length >= 2 && main.Language[..2].ToLowerInvariant() is "fr" or "en" ? main.Language[..2].ToLowerInvariant() : options.Language;
        var (title, description) = (Cut(main, "SUMMARY", main.Summary.ReplaceLineEndings(" "), LongestTitle), Cut(main, "DESCRIPTION", main.Description, LongestText));
        return new()
        {
            TitleFr = language == "fr" ? title : "",
            TitleEn = language == "en" ? title : "",
            DescriptionFr = language == "fr" ? description : "",
            DescriptionEn = language == "en" ? description : "",
            Topic = options.Topic,
            Kind = options.Kind,
            Language = language,
            Cost = options.Cost,
            Seats = options.Seats,
            ContactName = Cut(main, "CONTACT", main.Contact.Name, LongestTitle),
            ContactEmail = main.Contact.Email.Length <= LongestTitle ? main.Contact.Email : "",
        };
    }

    private string Cut(CalendarEvent main, string property, string text, int longest)
    {
        if (text.Length <= longest) return text;
        defects.Add(main.Line, property, $"is longer than {longest:N0} characters; the rest is left out", dropped: true);
        return text[..(char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest)];
    }
}
