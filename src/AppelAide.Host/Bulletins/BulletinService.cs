using System.Collections.Immutable;
using AppelAide.Host.Callers;
using AppelAide.Host.Conversations;
using AppelAide.Host.Directory;
using AppelAide.Host.Outbox;
using AppelAide.Host.Persistence;
using AppelAide.Host.Scripts;
using Microsoft.Extensions.Options;

namespace AppelAide.Host.Bulletins;

/// <summary>What staff do with bulletins: write, see, try, schedule, watch, cancel.</summary>
internal sealed class BulletinService(
    BulletinStore bulletins,
    BulletinPages pages,
    BulletinWording wording,
    ScriptLibrary scripts,
    DirectorySource directory,
    CallerStore callers,
    OutboxStore outbox,
    Database database,
    LineClock clock,
    IOptions<OutboxOptions> options)
{
    private const int MostPlaces = 100;

    /// <summary>A test that could not be sent in this time is not waited for any more.</summary>
    private static readonly TimeSpan TestLasts = TimeSpan.FromHours(1);

    /// <summary>Both texts as they would arrive.</summary>
    public ImmutableArray<BulletinText> Compose(string french, string english) => [wording.Of("fr", french), wording.Of("en", english)];

    /// <summary>What a bulletin may be about.</summary>
    public IReadOnlyList<string> TopicIds => Topics.Of(scripts.Live).All;

    /// <summary>The name of a topic; the two that are no needs have words of their own.</summary>
    public string TopicName(string topic, string language) => topic switch
    {
        Topics.News => language == "en" ? "Local news" : "Nouvelles locales",
        Topics.Training => language == "en" ? "Trainings" : "Formations",
        _ => Topics.Of(scripts.Live).Label(topic, language) is { Length: > 0 } label ? label : topic,
    };

    /// <summary>How a bulletin would be, without keeping it.</summary>
    /// <exception cref="BulletinException">It cannot be sent as it is; every mistake is named.</exception>
    public Task<BulletinReport> CheckAsync(BulletinDraft draft, CancellationToken ct)
    {
        var (topic, places) = Prepare(draft);
        return ReportAsync(
            new Bulletin
            {
                Id = 0,
                Topic = topic,
                Places = string.Join(';', places),
                BodyFr = draft.French.Trim(),
                BodyEn = draft.English.Trim(),
                State = "draft",
                Author = draft.Author,
                PlannedTo = 0,
                People = 0,
                CreatedAt = clock.Now,
                UpdatedAt = clock.Now,
            },
            ct);
    }

    /// <summary>Keeps a bulletin as a draft.</summary>
    /// <exception cref="BulletinException">It cannot be sent as it is; every mistake is named.</exception>
    public async Task<BulletinReport> WriteAsync(BulletinDraft draft, CancellationToken ct)
    {
        var (topic, places) = Prepare(draft);
        var id = await bulletins.AddAsync(topic, places, draft.French.Trim(), draft.English.Trim(), draft.Author, clock.Now, ct);
        return await ShowAsync(id, ct);
    }

    /// <summary>Writes a draft anew.</summary>
    /// <returns>False when somebody changed it since that version, or it is no draft any more: nothing is written.</returns>
    /// <exception cref="BulletinException">It cannot be sent as it is; every mistake is named.</exception>
    public Task<bool> RewriteAsync(long id, int version, BulletinDraft draft, CancellationToken ct)
    {
        var (topic, places) = Prepare(draft);
        return bulletins.RewriteAsync(id, version, topic, places, draft.French.Trim(), draft.English.Trim(), draft.Author, clock.Now, ct);
    }

    /// <summary>A bulletin, who would get it or how far it has come, and what it costs.</summary>
    /// <exception cref="BulletinException">There is none of that number.</exception>
    public async Task<BulletinReport> ShowAsync(long id, CancellationToken ct) => await ReportAsync(await FindAsync(id, ct), ct);

    /// <summary>The latest bulletins first.</summary>
    public Task<List<Bulletin>> ListAsync(int skip, int take, CancellationToken ct) => bulletins.ListAsync(skip, take, ct);

    /// <summary>Sends both texts to one telephone, at once.</summary>
    /// <param name="id">The bulletin.</param>
    /// <param name="phone">E.164.</param>
    /// <param name="ct">Gives up.</param>
    /// <exception cref="BulletinException">There is none of that number, or the telephone stopped all messages.</exception>
    public async Task TestAsync(long id, string phone, CancellationToken ct)
    {
        var bulletin = await FindAsync(id, ct);
        var caller = await callers.FindOrCreateAsync(phone, clock.DefaultLanguage, clock.Now, ct);
        if (caller.Stopped) throw new BulletinException(
            "Ce téléphone a refusé tous les messages (ARRET) : textez-en d'abord DEBUT.", "That telephone stopped all messages (STOP); text START from it first.");
        var now = clock.Now;
        await database.WriteAsync(
            scope =>
            {
                foreach (var text in Compose(bulletin.BodyFr, bulletin.BodyEn))
                {
                    outbox.Enqueue(
                        scope,
                        new OutboxMessage
                        {
                            CallerId = caller.Id,
                            Purpose = OutboxPurpose.Test,
                            Language = text.Language,
                            Body = text.Text,
                            Spoken = text.Spoken,
                            Segments = text.Segments,
                            DueAt = now,
                            ExpiresAt = now + TestLasts,
                        },
                        now);
                }
            },
            ct);
    }

    /// <summary>Has a draft sent: to each citizen at that moment, or at the first decent hour after it where they live.</summary>
    /// <param name="id">The bulletin.</param>
    /// <param name="local">A moment of the line's time zone; null for now.</param>
    /// <param name="ct">Gives up.</param>
    /// <param name="version">The version that was read; null for whatever it says now.</param>
    /// <returns>When it is due, in the line's time zone.</returns>
    /// <exception cref="BulletinException">It is no draft, or the moment is past.</exception>
    public async Task<DateTimeOffset> ScheduleAsync(long id, DateTime? local, CancellationToken ct, int? version = null)
    {
        var bulletin = await FindAsync(id, ct);
        var now = clock.Now;
        if (local > now.DateTime.AddYears(1)) throw new BulletinException("C'est dans plus d'un an : vérifiez l'année.", "That is more than a year away: check the year.");
        var due = local is { } at ? clock.ToLocal(clock.ToInstant(at)) : now;
        if (due < now)
        {
            throw new BulletinException(
                FormattableString.Invariant($"Ce moment est passé : il est {now:%H} h {now:mm}, le {now:yyyy-MM-dd}."),
                FormattableString.Invariant($"{due:yyyy-MM-dd HH:mm} is past: it is {now:yyyy-MM-dd HH:mm} in the line's time zone."));
        }

        if (!await bulletins.ScheduleAsync(id, version, due, now, ct))
        {
            var state = (await FindAsync(bulletin.Id, ct)).State;
            throw state == "draft"
                ? new BulletinException("Quelqu'un vient de réécrire ce bulletin : relisez-le avant de l'envoyer.", "Somebody has just rewritten this bulletin: read it again before you send it.")
                : new BulletinException("Ce bulletin n'est plus un brouillon.", $"Bulletin {id} is {state} already.");
        }

        return due;
    }

    /// <summary>Stops a bulletin: nothing more of it is planned, and what waits is not sent. What the provider has cannot be called back.</summary>
    /// <returns>How many messages were cancelled.</returns>
    /// <exception cref="BulletinException">There is none of that number, or it was cancelled already.</exception>
    public async Task<int> CancelAsync(long id, CancellationToken ct)
    {
        await FindAsync(id, ct);
        if (!await bulletins.CancelAsync(id, clock.Now, ct)) throw new BulletinException("Ce bulletin est déjà annulé.", $"Bulletin {id} was cancelled already.");
        return await bulletins.CancelMessagesAsync(id, clock.Now, ct);
    }

    /// <summary>The names of the places of a bulletin, told from their homonyms.</summary>
    public IEnumerable<string> PlaceNames(Bulletin bulletin)
    {
        var places = directory.Current.Places;
        return bulletin.PlaceIds.Select(id => places.Find(id) is { } place ? places.Label(place) : id);
    }

    /// <summary>A moment in the line's time zone.</summary>
    public DateTimeOffset ToLocal(DateTimeOffset moment) => clock.ToLocal(moment);

    private decimal Cost(BulletinAudience group, ImmutableArray<BulletinText> texts)
    {
        var text = texts.First(text => text.Language == (group.Language == "en" ? "en" : "fr"));
        return group.People * (group.Kind == "call" ? text.CallMinutes * options.Value.CostPerCallMinute : text.Segments * options.Value.CostPerSegment);
    }

    private (string Topic, IReadOnlyList<string> Places) Prepare(BulletinDraft draft)
    {
        var mistakes = new List<BulletinMistake>();
        var topic = draft.Topic.Trim().ToLowerInvariant();
        if (!TopicIds.Contains(topic)) mistakes.Add(new("Choisissez un sujet.", $"There is no topic \"{draft.Topic}\"; there are {string.Join(", ", TopicIds)}.") { Field = "topic" });
        foreach (var text in Compose(draft.French, draft.English))
        {
            var (fr, en) = text.Language == "fr" ? ("français", "French") : ("anglais", "English");
            if (text.Text.Length == 0) mistakes.Add(new($"Le texte {fr} n'a aucun mot qui puisse être envoyé.", $"The {en} text has no words that can be sent.") { Field = text.Language });
            if (text.TooLong <= 0) continue;
            mistakes.Add(new(
                $"Le texte {fr} a {text.TooLong} {(text.TooLong == 1 ? "caractère" : "caractères")} de trop pour 2 segments.",
                $"The {en} text is {text.TooLong} {(text.TooLong == 1 ? "character" : "characters")} too long for 2 segments.")
            { Field = text.Language });
        }

        var places = draft.Places.Select(name => Place(name, mistakes)).OfType<Place>().Select(place => place.Id).Distinct().ToList();
        if (draft.Places.Count > MostPlaces)
        {
            mistakes.Add(new(
                $"{draft.Places.Count} lieux sont trop : au plus {MostPlaces}, ou aucun pour partout.", $"{draft.Places.Count} places are too many: at most {MostPlaces}, or none for everywhere.")
            { Field = "places" });
        }

        return mistakes.Count == 0 ? (topic, places) : throw new BulletinException(mistakes);
    }

    private async Task<BulletinReport> ReportAsync(Bulletin bulletin, CancellationToken ct)
    {
        var texts = Compose(bulletin.BodyFr, bulletin.BodyEn);
        ImmutableArray<BulletinAudience> audience = bulletin.State is "draft" or "scheduled" ? [.. await pages.AudienceAsync(bulletin, directory.Current.Places, ct)] : [];
        return new BulletinReport(bulletin, texts, audience, audience.Sum(group => Cost(group, texts)), [.. await bulletins.ProgressAsync(bulletin.Id, ct)]);
    }

    /// <summary>A place by its identifier or by a name that is its alone.</summary>
    private Place? Place(string name, List<BulletinMistake> mistakes)
    {
        var current = directory.Current;
        if (current.Places.Find(name) is { } exact) return exact;
        var found = current.Finder.FromText(name).Places;
        if (found is [var only]) return only;
        var names = string.Join("; ", found.Select(place => $"{current.Places.Label(place)} ({place.Id})"));
        mistakes.Add(found.IsEmpty
            ? new($"Il n'y a pas de lieu « {name} ».", $"There is no place \"{name}\".") { Field = "places" }
            : new($"« {name} » peut être {names} : écrivez le numéro.", $"\"{name}\" may be {names}: give the number.") { Field = "places" });
        return null;
    }

    private async Task<Bulletin> FindAsync(long id, CancellationToken ct) =>
        await bulletins.FindAsync(id, ct) ?? throw new BulletinException($"Il n'y a pas de bulletin {id}.", $"There is no bulletin {id}.");
}
