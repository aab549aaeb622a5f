using AppelAide.Dialogue.Events;
using AppelAide.Host.Calls.Queue;
using AppelAide.Host.Directory;
using AppelAide.Host.Scripts;

namespace AppelAide.Host.Console.Queue;

/// <summary>Call-backs in the words of the pages.</summary>
internal sealed class QueueWords(ConsoleWords words, ScriptLibrary scripts, DirectorySource directory)
{
    /// <summary>Who: the end of the number.</summary>
    public string Who(QueueItem item) => words.Masked(item.PhoneTail);

    /// <summary>Where they live; a dash when it is not known.</summary>
    public string Place(QueueItem item) =>
        item.PlaceId is { Length: > 0 } place && directory.Current.Places.Town(place) is { Length: > 0 } town ? town : words.T("lieu inconnu", "place unknown");

    /// <summary>The language to call in.</summary>
    public string Tongue(QueueItem item) => item.Language == "en" ? words.T("en anglais", "in English") : words.T("en français", "in French");

    /// <summary>What they spoke of before they asked for a person.</summary>
    public string Wanted(QueueItem item) =>
        item.Need.Length > 0 && scripts.Live.Needs.TryGetValue(item.Need, out var need) ? need.Labels.GetValueOrDefault(words.Language, item.Need) : item.Intent switch
        {
            Intents.Training => words.T("une formation", "a training"),
            Intents.Referral => words.T("de l'aide", "help"),
            Intents.Consultation => words.T("une consultation", "a consultation"),
            Intents.Subscribe => words.T("des nouvelles par texto", "news by text"),
            Intents.Sheet => words.T("une fiche d'information", "a fact sheet"),
            Intents.Emergency => words.T("une urgence", "an emergency"),
            _ => words.T("parler à une personne", "to talk to a person"),
        };

    /// <summary>Why they are to be called.</summary>
    public string Why(QueueItem item) => (item.Sounds.Count > 0, item.Promised) switch
    {
        (true, true) => words.T("Message vocal, et rappel promis", "Voice message, and a promised call"),
        (true, false) => words.T("Message vocal", "Voice message"),
        _ => words.T("Rappel promis", "Promised call"),
    };

    /// <summary>How long ago its time passed; empty while it has not.</summary>
    public string Late(QueueItem item)
    {
        var late = words.Now - item.DueBy;
        if (!item.IsOpen || late <= TimeSpan.Zero) return "";
        return late.TotalDays >= 2
            ? words.T($"En retard de {(int)late.TotalDays} jours", $"{(int)late.TotalDays} days late")
            : late.TotalHours >= 1 ? words.T($"En retard de {(int)late.TotalHours} h", $"{(int)late.TotalHours} h late") : words.T($"En retard de {Math.Max(1, (int)late.TotalMinutes)} min", $"{Math.Max(1, (int)late.TotalMinutes)} min late");
    }

    /// <summary>How often it was tried; empty for never.</summary>
    public string Tries(QueueItem item) => item.Tries switch
    {
        0 => "",
        1 => words.T($"1 essai sans réponse, {words.Moment(item.TriedAt!.Value)}", $"1 call without answer, {words.Moment(item.TriedAt!.Value)}"),
        _ => words.T($"{item.Tries} essais sans réponse, le dernier {words.Moment(item.TriedAt!.Value)}", $"{item.Tries} calls without answer, the last one {words.Moment(item.TriedAt!.Value)}"),
    };

    /// <summary>An outcome.</summary>
    public string Outcome(string? outcome) => outcome switch
    {
        QueueOutcomes.Helped => words.T("Rejointe et aidée", "Reached and helped"),
        QueueOutcomes.Referred => words.T("Rejointe et dirigée vers un service", "Reached and referred to a service"),
        QueueOutcomes.Unreached => words.T("Pas rejointe malgré les essais", "Not reached in spite of the calls"),
        QueueOutcomes.Unneeded => words.T("Le rappel n'est plus nécessaire", "The call is no longer needed"),
        _ => "",
    };

    /// <summary>Something that was done, without its note.</summary>
    public string Event(QueueEvent done) => done.Action switch
    {
        QueueActions.Take when done.Detail.Length > 0 => words.T($"{done.Who} l'a repris à {done.Detail}", $"{done.Who} took it over from {done.Detail}"),
        QueueActions.Take => words.T($"{done.Who} l'a pris en main", $"{done.Who} took it"),
        QueueActions.Tried => words.T($"{done.Who} a appelé, sans réponse", $"{done.Who} called, without answer"),
        QueueActions.Done => words.T($"{done.Who} a terminé : {Outcome(done.Detail)}", $"{done.Who} closed it: {Outcome(done.Detail)}"),
        QueueActions.Pass => words.T($"{done.Who} l'a passé à {done.Detail}", $"{done.Who} passed it on to {done.Detail}"),
        QueueActions.Release => words.T($"{done.Who} l'a remis dans la file", $"{done.Who} put it back in the queue"),
        QueueActions.Reopen => words.T($"{done.Who} l'a rouvert", $"{done.Who} opened it again"),
        _ => done.Who,
    };
}
