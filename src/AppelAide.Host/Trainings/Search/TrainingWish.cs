using System.Globalization;

namespace AppelAide.Host.Trainings.Search;

/// <summary>What a citizen wishes for. Each part that is empty, or null, leaves the choice open.</summary>
internal sealed record TrainingWish
{
    /// <summary>Nothing in particular.</summary>
    public static TrainingWish None { get; } = new();

    /// <summary>A topic of the scripts: <c>tablet</c>.</summary>
    public string Topic { get; init; } = "";

    /// <summary>What it is about, in the citizen's own folded words ("un cours de poterie"); only where no topic is named.</summary>
    public string About { get; init; } = "";

    /// <summary><c>meeting</c>, <c>group</c>, <c>workshop</c> or <c>culture</c>; empty for trainings.</summary>
    public string Kind { get; init; } = "";

    /// <summary><c>fr</c>, <c>en</c> or <c>both</c>.</summary>
    public string Language { get; init; } = "";

    /// <summary><c>phone</c>: given over the telephone.</summary>
    public string Way { get; init; } = "";

    /// <summary>The first day.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The last day.</summary>
    public DateOnly? To { get; init; }

    /// <summary>The days of the week, a digit each, Sunday is 0, in order: <c>24</c> for Tuesdays and Thursdays.</summary>
    public string Days { get; init; } = "";

    /// <summary><c>morning</c>, <c>afternoon</c> or <c>evening</c>.</summary>
    public string Part { get; init; } = "";

    /// <summary>The other folded words that may name a session: those that it says are told first.</summary>
    public string Words { get; init; } = "";

    /// <summary>Whether anything is wished that excludes a session.</summary>
    public bool IsOpen => this with { Words = "" } == None;

    /// <summary>Whether days are wished.</summary>
    public bool HasDates => From is not null || To is not null || Days.Length > 0;

    /// <summary>What is newly said goes before what was said: "le soir" after "sur la fraude" is both.</summary>
    public TrainingWish With(TrainingWish later) => new()
    {
        Topic = later.Topic.Length > 0 || later.About.Length > 0 ? later.Topic : Topic,
        About = later.Topic.Length > 0 || later.About.Length > 0 ? later.About : About,
        Kind = later.Kind.Length > 0 ? later.Kind : Kind,
        Language = later.Language.Length > 0 ? later.Language : Language,
        Way = later.Way.Length > 0 ? later.Way : Way,
        From = later.HasDates ? later.From : From,
        To = later.HasDates ? later.To : To,
        Days = later.HasDates ? later.Days : Days,
        Part = later.Part.Length > 0 ? later.Part : Part,
        Words = later.Words.Length > 0 ? later.Words : Words,
    };

    /// <summary>A date as it travels in a conversation; empty for none.</summary>
    public static string Written(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    /// <summary>The date of its written form; null for none.</summary>
    public static DateOnly? ReadDate(string written) =>
        DateOnly.TryParseExact(written, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;
}
