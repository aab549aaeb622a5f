using System.Collections.Immutable;
using AppelAide.Dialogue.Engine;

namespace AppelAide.Host.Trainings.Search;

/// <summary>A wish as it travels in a conversation: <c>wish.topic</c>, <c>wish.from</c>…</summary>
internal static class WishFields
{
    /// <summary>The names.</summary>
    public static ImmutableArray<string> Names { get; } = ["topic", "about", "kind", "language", "way", "from", "to", "days", "part", "words"];

    /// <summary>Values as long as they come.</summary>
    public static ImmutableDictionary<string, string> Examples { get; } = new Dictionary<string, string>
    {
        ["topic"] = "internet",
        ["about"] = "poterie",
        ["kind"] = "workshop",
        ["language"] = "both",
        ["way"] = "phone",
        ["from"] = "2026-12-23",
        ["to"] = "2026-12-30",
        ["days"] = "24",
        ["part"] = "afternoon",
        ["words"] = "petite poterie",
    }.ToImmutableDictionary();

    /// <summary>The wish of a question's arguments.</summary>
    public static TrainingWish Read(Question question) => new()
    {
        Topic = question["topic"],
        About = question["about"],
        Kind = question["kind"],
        Language = question["language"],
        Way = question["way"],
        From = TrainingWish.ReadDate(question["from"]),
        To = TrainingWish.ReadDate(question["to"]),
        Days = question["days"],
        Part = question["part"],
        Words = question["words"],
    };

    /// <summary>Writes a wish among a look-up's fields.</summary>
    public static void Write(ImmutableDictionary<string, string>.Builder fields, TrainingWish wish)
    {
        fields["topic"] = wish.Topic;
        fields["about"] = wish.About;
        fields["kind"] = wish.Kind;
        fields["language"] = wish.Language;
        fields["way"] = wish.Way;
        fields["from"] = TrainingWish.Written(wish.From);
        fields["to"] = TrainingWish.Written(wish.To);
        fields["days"] = wish.Days;
        fields["part"] = wish.Part;
        fields["words"] = wish.Words;
    }
}
