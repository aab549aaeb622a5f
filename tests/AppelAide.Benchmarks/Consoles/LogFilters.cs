using AppelAide.Dialogue;
using AppelAide.Host.Calls.Review;

namespace AppelAide.Benchmarks.Consoles;

/// <summary>One filter at a time, common and rare, and two that are rare together.</summary>
internal static class LogFilters
{
    public static IEnumerable<(string Name, CallFilter Filter)> All { get; } =
    [
        ("none", new()),
        ("dates: a day", new() { From = FilledLog.End.AddDays(-400), Until = FilledLog.End.AddDays(-399) }),
        ("dates: two years", new() { From = FilledLog.End.AddDays(-1100), Until = FilledLog.End.AddDays(-370) }),
        ("dates: before the line", new() { Until = FilledLog.End.AddDays(-4000) }),
        ("channel: calls", new() { Channel = Channel.Voice }),
        ("channel: texts", new() { Channel = Channel.Sms }),
        ("language: fr", new() { Language = "fr" }),
        ("language: en", new() { Language = "en" }),
        ("trials", new() { Trial = true }),
        ("no trials", new() { Trial = false }),
        ("place: a city and its boroughs", new() { Places = [.. Enumerable.Range(0, 7).Select(i => i == 0 ? "23027" : $"23027-{i}")] }),
        ("place: 3 conversations", new() { Places = [FilledLog.RarePlace] }),
        ("outcome: abandoned", new() { Outcome = "abandoned" }),
        ("outcome: emergency", new() { Outcome = "emergency" }),
        ("outcome: none has it", new() { Outcome = FilledLog.NoOutcome }),
        ("outcome: goes on", new() { Outcome = CallFilter.Ongoing }),
        ("topic: training", new() { Topic = "training" }),
        ("topic: a need", new() { Topic = "need:snow" }),
        ("topic: none has it", new() { Topic = "need:nothing" }),
        ("step: common", new() { Step = "accueil.premier" }),
        ("step: 3 conversations", new() { Step = "rappels.offre" }),
        ("length: 2 to 9 minutes", new() { AtLeast = 2, AtMost = 9 }),
        ("length: 45 minutes or more", new() { AtLeast = 45 }),
        ("length: any, 61 streams", new() { AtLeast = 0 }),
        ("notes: a common word", new() { Words = ["chauffage"] }),
        ("notes: a rare word", new() { Words = ["vague"] }),
        ("notes: three words", new() { Words = ["chauffage", "transport", "hopital"] }),
        ("tag: none has it", new() { Tag = "urgent" }),
        ("two: yesterday's abandoned", new() { From = FilledLog.End.AddDays(-2), Until = FilledLog.End.AddDays(-1), Outcome = "abandoned" }),
        ("two, rare together: emergency of trials", new() { Outcome = "emergency", Trial = true }),
        ("two, of which none: English texts of an hour", new() { Channel = Channel.Sms, AtLeast = 60, Language = "en" }),
    ];
}
