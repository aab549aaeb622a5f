using System.Globalization;
using AppelAide.Dialogue;
using AppelAide.Dialogue.Definition;
using AppelAide.Host.Conversations;
using AppelAide.Host.Directory;
using AppelAide.Host.Scripts;

namespace AppelAide.Host.Calls.Review;

/// <summary>Reads a filter from an address. Whatever is in it, something is shown: a value that means nothing is passed over, and said.</summary>
internal sealed class CallQueryReader(DirectorySource directory, ScriptLibrary scripts, LineClock clock)
{
    private const int LongestValue = 200;

    /// <summary>The fields, as they are named in addresses.</summary>
    public static readonly string[] Fields = ["from", "to", "channel", "language", "place", "outcome", "topic", "step", "min", "max", "words", "tag", "trials"];

    /// <summary>Reads the fields.</summary>
    /// <param name="value">The value of a field; null or empty when it is not there.</param>
    public CallQuery Read(Func<string, string?> value)
    {
        var reading = new Reading(value);
        var (places, script) = (directory.Current.Places, scripts.Live);
        var filter = new CallFilter
        {
            From = Midnight(reading.Day("from", new("La date du début n'existe pas : elle n'a pas été retenue.", "The first date does not exist: it was passed over."))),
            Until = Midnight(reading.Day("to", new("La date de la fin n'existe pas : elle n'a pas été retenue.", "The last date does not exist: it was passed over."))?.AddDays(1)),
            Channel = reading.OneOf("channel", ["voice", "sms"]) switch { "voice" => Channel.Voice, "sms" => Channel.Sms, _ => null },
            Language = reading.OneOf("language", ["fr", "en"]),
            Places = reading.Text("place") is { } place ? Places(reading, places, place) : [],
            Outcome = reading.OneOf("outcome", Outcomes.All.Append(CallFilter.Ongoing)),
            Topic = reading.Text("topic") is { } topic && (CallTopics.Intents.Contains(topic) || IsNeed(script, topic)) ? topic : reading.Refused("topic"),
            Step = reading.Text("step") is { } step && script.Find(step, "") is { } found ? $"{found.Dialogue.Name}.{found.Node.Name}" : reading.Refused("step"),
            AtLeast = reading.Minutes("min"),
            AtMost = reading.Minutes("max"),
            Words = reading.Text("words") is { } words && NoteStore.WordsOf(words) is { IsEmpty: false } read ? read : reading.Refused<IReadOnlyList<string>>("words") ?? [],
            Tag = reading.Text("tag") is { } tag && TagStore.Normal(tag) is { Length: > 0 } normal ? normal : reading.Refused("tag"),
            Trial = reading.OneOf("trials", ["no", "only"]) switch { "no" => false, "only" => true, _ => null },
        };
        if (filter.From >= filter.Until) reading.Problems.Add(new("La première date est après la dernière : rien ne peut être trouvé.", "The first date is after the last one: nothing can be found."));
        if (filter.AtLeast > filter.AtMost) reading.Problems.Add(new("La durée la plus courte dépasse la plus longue : rien ne peut être trouvé.", "The shortest length is longer than the longest: nothing can be found."));
        return new CallQuery(filter, reading.Kept, reading.Problems);
    }

    private DateTimeOffset? Midnight(DateOnly? day) => day is { } date ? clock.ToInstant(date.ToDateTime(TimeOnly.MinValue)) : null;

    private static bool IsNeed(Script script, string topic) =>
        topic.StartsWith(CallTopics.Need, StringComparison.Ordinal) && script.Needs.ContainsKey(topic[CallTopics.Need.Length..]);

    private IReadOnlyList<string> Places(Reading reading, PlaceTree places, string typed)
    {
        IReadOnlyList<Place> named = places.Find(typed) is { } exact ? [exact] : directory.Current.Finder.FromText(typed).Places;
        if (named.Count == 0)
        {
            reading.Refused("place", new($"Le lieu « {typed} » est inconnu : il n'a pas été retenu.", $"The place “{typed}” is not known: it was passed over."));
            return [];
        }

        if (named.Count > 1)
        {
            var all = string.Join("; ", named.Select(places.Label));
            reading.Problems.Add(new($"« {typed} » peut être plusieurs lieux, et tous sont montrés : {all}.", $"“{typed}” may be several places, and all are shown: {all}."));
        }

        return [.. places.IdsIn([.. named.Select(place => place.Id)])];
    }

    /// <summary>One address being read.</summary>
    private sealed class Reading(Func<string, string?> value)
    {
        public Dictionary<string, string> Kept { get; } = Fields
            .Select(field => (Field: field, Value: value(field)?.Trim() ?? ""))
            .Where(pair => pair.Value.Length is > 0 and <= LongestValue)
            .ToDictionary(pair => pair.Field, pair => pair.Value);

        public List<Bilingual> Problems { get; } = [];

        public string? Text(string field) => Kept.GetValueOrDefault(field);

        public string? OneOf(string field, IEnumerable<string> values) => Text(field) is { } text && values.Contains(text) ? text : Refused(field);

        public DateOnly? Day(string field, Bilingual refusal)
        {
            if (Text(field) is not { } text) return null;
            if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 2000 and < 2200) return day;
            Refused(field, refusal);
            return null;
        }

        public int? Minutes(string field)
        {
            if (Text(field) is not { } text) return null;
            if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var minutes) && minutes <= 9999) return minutes;
            Refused(field, new($"La durée « {text} » n'est pas un nombre de minutes : elle n'a pas été retenue.", $"The length “{text}” is no number of minutes: it was passed over."));
            return null;
        }

        public string? Refused(string field) => Refused<string>(field);

        /// <summary>Passes a value over, if there is one.</summary>
        public T? Refused<T>(string field)
            where T : class
        {
            if (Text(field) is { } text) Refused(field, new($"« {text} » n'est pas un choix ici : il n'a pas été retenu.", $"“{text}” is not a choice here: it was passed over."));
            return null;
        }

        public void Refused(string field, Bilingual refusal)
        {
            Kept.Remove(field);
            Problems.Add(refusal);
        }
    }
}
