using System.Globalization;
using AppelAide.Dialogue.Definition;
using AppelAide.Host.Directory;
using AppelAide.Host.Directory.Hours;
using AppelAide.Host.Directory.Hsds;
using AppelAide.Host.Directory.Hsds.Checks;
using AppelAide.Host.Directory.Needs;
using AppelAide.Host.Scripts;

namespace AppelAide.Host.Sample;

/// <summary>Turns the sample's files into rows, and finds every defect in them.</summary>
internal sealed class SampleReader(string folder, DateOnly today)
{
    private const double West = -80, East = -55, South = 44, North = 63;

    private static readonly string[] Weekdays = ["Su", "Mo", "Tu", "We", "Th", "Fr", "Sa"];

    private readonly NeedTaxonomy needs = NeedTaxonomy.Of(DialogueParser.Parse(ScriptFolder.Find().Read()).Script!);
    private readonly SampleFiles files = new(folder);
    private readonly SampleRows rows = new();
    private readonly HashSet<string> places = [];
    private readonly HashSet<string> organizations = [];
    private readonly HashSet<string> locations = [];
    private readonly HashSet<string> trainings = [];
    private readonly HashSet<string> consultations = [];
    private readonly HashSet<string> mrcs = [];
    private readonly HashSet<string> regions = [];

    /// <exception cref="SampleException">There are defects.</exception>
    public SampleRows Read()
    {
        ReadPlaces();
        ReadDirectory();
        CheckWords();
        ReadTrainings();
        ReadSessions();
        ReadConsultations();
        ReadQuestions();
        rows.Sheets.AddRange(FactSheetRows.Read(files, today, needs.Contains));
        return files.Defects.Count == 0 ? rows : throw new SampleException([.. files.Defects]);
    }

    private void ReadPlaces()
    {
        var parents = new List<(SampleRow Row, string Parent)>();
        foreach (var row in files.Read("places.csv", "id,name,kind,parent_id,mrc,region,latitude,longitude,time_zone,postal_codes,aliases,population"))
        {
            var zone = row.Required("time_zone");
            if (zone.Length > 0 && !TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _))
                row.Wrong("time_zone", $"\"{zone}\" is not a time zone");
            rows.Places.Add(new
            {
                id = row.NewId(places),
                name = row.Required("name"),
                kind = row.OneOf("kind", "municipality", "borough", "neighbourhood", "unorganized", "first_nation"),
                parent = None(row.Text("parent_id")),
                mrc = row.Text("mrc"),
                region = row.Required("region"),
                latitude = row.Number("latitude", South, North),
                longitude = row.Number("longitude", West, East),
                zone,
                postalCodes = row.Text("postal_codes"),
                aliases = row.Text("aliases"),
                population = row.WholeOrNone("population", 0, 10_000_000) ?? 0,
            });
            mrcs.Add(row.Text("mrc"));
            regions.Add(row.Text("region"));
            if (row.Text("parent_id") is { Length: > 0 } parent)
                parents.Add((row, parent));
        }

        foreach (var (row, parent) in parents.Where(entry => !places.Contains(entry.Parent)))
            row.Wrong("parent_id", $"\"{parent}\" is not in places.csv");
    }

    // Organizations, locations and services are a directory like any other.
    private void ReadDirectory()
    {
        var defects = new DefectList();
        var kinds = new Dictionary<string, HashSet<string>> { ["organization"] = organizations, ["location"] = locations };
        try
        {
            using var reader = DirectoryReader.Open(folder, new KnownRecords(), defects);
            foreach (var record in reader.Read(CancellationToken.None))
            {
                if (kinds.TryGetValue(record.Table, out var ids))
                    ids.Add(record.Id);
                // The sample is as true as the day it is loaded, but for what says otherwise.
                rows.Records.Add(record.Table == "service" && record["assured_date"].Length == 0 ? record.With("assured_date", Day(today)) : record);
            }
        }
        catch (DirectoryFileException error)
        {
            files.Defects.Add(new("services.csv", 0, "", error.Message));
        }

        files.Defects.AddRange(defects.Kept);
    }

    // What is right anywhere, but must also be one of our places or needs.
    private void CheckWords()
    {
        foreach (var row in files.Read("locations.csv", "id,place_id"))
            row.Reference("place_id", places, "places.csv");
        foreach (var row in files.Read("services.csv", "id,needs,covers"))
        {
            foreach (var entry in row.List("covers").Where(entry => !IsArea(entry)))
                row.Wrong("covers", $"\"{entry}\" is no place, MRC or region of places.csv");
            foreach (var need in row.List("needs").Where(need => !needs.Contains(need)))
                row.Wrong("needs", $"\"{need}\" is no need of the scripts");
        }
    }

    private bool IsArea(string entry) => entry.Split(':', 2) switch
    {
        [ServiceArea.Everywhere] => true,
        ["mrc", var mrc] => mrcs.Contains(mrc),
        ["region", var region] => regions.Contains(region),
        _ => places.Contains(entry),
    };

    private void ReadTrainings()
    {
        foreach (var row in files.Read(
            "trainings.csv",
            "id,organization_id,location_id,title_fr,title_en,description_fr,description_en,topic,language,level,cost,bring_fr,bring_en,seats,kind,access_fr,access_en,dial_in,contact_phone"))
        {
            rows.Trainings.Add(new
            {
                id = row.NewId(trainings),
                organization = row.Reference("organization_id", organizations, "organizations.csv"),
                location = row.Reference("location_id", locations, "locations.csv"),
                titleFr = row.Required("title_fr"),
                titleEn = row.Text("title_en"),
                descriptionFr = row.Text("description_fr"),
                descriptionEn = row.Text("description_en"),
                topic = row.Required("topic"),
                language = row.OneOf("language", "fr", "en", "fr;en"),
                level = row.Text("level"),
                cost = row.NumberOrNone("cost", 0, 10_000),
                bringFr = row.Text("bring_fr"),
                bringEn = row.Text("bring_en"),
                seats = row.WholeOrNone("seats", 1, 500),
                kind = row.OneOf("kind", "training", "meeting", "group", "workshop", "culture"),
                accessFr = row.Text("access_fr"),
                accessEn = row.Text("access_en"),
                dialIn = Phone(row, "dial_in"),
                contactPhone = Phone(row, "contact_phone"),
            });
        }
    }

    private void ReadSessions()
    {
        var sessions = new HashSet<string>();
        foreach (var row in files.Read("training_sessions.csv", "id,training_id,week,weekday,start,end"))
        {
            var weekday = Array.IndexOf(Weekdays, row.OneOf("weekday", Weekdays));
            var first = today.AddDays(1);
            first = first.AddDays((weekday - (int)first.DayOfWeek + 7) % 7);
            var (start, end) = (Time(row, "start"), Time(row, "end"));
            if (string.CompareOrdinal(end, start) <= 0)
                row.Wrong("end", "is not after the start");
            rows.Sessions.Add(new
            {
                id = row.NewId(sessions),
                training = row.Reference("training_id", trainings, "trainings.csv"),
                date = Day(first.AddDays(7 * row.Whole("week", 0, 52))),
                start,
                end,
            });
        }
    }

    private void ReadConsultations()
    {
        foreach (var row in files.Read("consultations.csv", "id,title_fr,title_en,by_fr,by_en,minutes,opens_day,closes_day"))
        {
            var (opens, closes) = (row.Whole("opens_day", -1000, 1000), row.Whole("closes_day", -1000, 1000));
            if (closes < opens)
                row.Wrong("closes_day", "is before opens_day");
            rows.Consultations.Add(new
            {
                id = row.NewId(consultations),
                titleFr = row.Required("title_fr"),
                titleEn = row.Text("title_en"),
                byFr = row.Required("by_fr"),
                byEn = row.Text("by_en"),
                minutes = row.Whole("minutes", 1, 60),
                opens = Day(today.AddDays(opens)),
                closes = Day(today.AddDays(closes)),
            });
        }
    }

    private void ReadQuestions()
    {
        var numbers = new HashSet<(string, int)>();
        foreach (var row in files.Read(
            "consultation_questions.csv",
            "consultation_id,number,kind,text_fr,text_en,min,max,option1_fr,option1_en,option2_fr,option2_en,option3_fr,option3_en,option4_fr,option4_en"))
        {
            var consultation = row.Reference("consultation_id", consultations, "consultations.csv");
            var number = row.Whole("number", 1, 99);
            if (!numbers.Add((consultation, number)))
                row.Wrong("number", $"{number} is there twice");
            var kind = row.OneOf("kind", "yesno", "choice", "number", "open");
            if (kind == "choice" && row.Text("option2_fr").Length == 0)
                row.Wrong("option2_fr", "a choice has two options or more");
            rows.Questions.Add(new
            {
                consultation,
                number,
                kind,
                textFr = row.Required("text_fr"),
                textEn = row.Text("text_en"),
                minimum = row.WholeOrNone("min", -1_000_000, 1_000_000),
                maximum = row.WholeOrNone("max", -1_000_000, 1_000_000),
                option1Fr = row.Text("option1_fr"),
                option1En = row.Text("option1_en"),
                option2Fr = row.Text("option2_fr"),
                option2En = row.Text("option2_en"),
                option3Fr = row.Text("option3_fr"),
                option3En = row.Text("option3_en"),
                option4Fr = row.Text("option4_fr"),
                option4En = row.Text("option4_en"),
            });
        }
    }

    private static string Time(SampleRow row, string field)
    {
        var text = row.Text(field);
        if (HoursNotation.Minutes(text) is null)
            row.Wrong(field, $"\"{text}\" is not a time such as 13:30");
        return text;
    }

    private static string Phone(SampleRow row, string field)
    {
        var text = row.Text(field);
        if (text.Length > 0 && !(PhoneText.TryDial(text, out var number) && number == text))
            row.Wrong(field, $"\"{text}\" is not a number such as +14185550137");
        return text;
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string? None(string text) => text.Length == 0 ? null : text;
}
