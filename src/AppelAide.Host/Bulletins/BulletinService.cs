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

    /// <summary>Keeps a bulletin as a draft.</summary>
    /// <exception cref="BulletinException">It cannot be sent as it is; every mistake is named.</exception>
    public async Task<BulletinReport> WriteAsync(BulletinDraft draft, CancellationToken ct)
    {
        var mistakes = new List<string>();
        var topics = Topics.Of(scripts.Live).All;
        var topic = draft.Topic.Trim().ToLowerInvariant();
        if (!topics.Contains(topic)) mistakes.Add($"There is no topic \"{draft.Topic}\"; there are {string.Join(", ", topics)}.");
        foreach (var text in Compose(draft.French, draft.English))
        {
            var name = text.Language == "fr" ? "French" : "English";
            if (text.Text.Length == 0) mistakes.Add($"The {name} text has no words that can be sent.");
            if (text.TooLong > 0) mistakes.Add($"The {name} text is {text.TooLong} {(text.TooLong == 1 ? "character" : "characters")} too long for 2 segments.");
        }

        var places = draft.Places.Select(name => Place(name, mistakes)).OfType<Place>().Select(place => place.Id).Distinct().ToList();
        if (draft.Places.Count > MostPlaces) mistakes.Add($"{draft.Places.Count} places are too many: at most {MostPlaces}, or none for everywhere.");
        if (mistakes.Count > 0) throw new BulletinException(mistakes);
        var id = await bulletins.AddAsync(topic, places, draft.French.Trim(), draft.English.Trim(), draft.Author, clock.Now, ct);
        return await ShowAsync(id, ct);
    }

    /// <summary>A bulletin, who would get it or how far it has come, and what it costs.</summary>
    /// <exception cref="BulletinException">There is none of that number.</exception>
    public async Task<BulletinReport> ShowAsync(long id, CancellationToken ct)
    {
        var bulletin = await FindAsync(id, ct);
        var texts = Compose(bulletin.BodyFr, bulletin.BodyEn);
        ImmutableArray<BulletinAudience> audience = bulletin.State is "draft" or "scheduled" ? [.. await pages.AudienceAsync(bulletin, directory.Current.Places, ct)] : [];
        return new BulletinReport(bulletin, texts, audience, audience.Sum(group => Cost(group, texts)), [.. await bulletins.ProgressAsync(id, ct)]);
    }

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
        if (caller.Stopped) throw new BulletinException("That telephone stopped all messages (STOP); text START from it first.");
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
    /// <returns>When it is due, in the line's time zone.</returns>
    /// <exception cref="BulletinException">It is no draft, or the moment is past.</exception>
    public async Task<DateTimeOffset> ScheduleAsync(long id, DateTime? local, CancellationToken ct)
    {
        var bulletin = await FindAsync(id, ct);
        var now = clock.Now;
        var due = local is { } at ? clock.ToLocal(clock.ToInstant(at)) : now;
        if (due < now) throw new BulletinException(FormattableString.Invariant($"{due:yyyy-MM-dd HH:mm} is past: it is {now:yyyy-MM-dd HH:mm} in the line's time zone."));
        if (!await bulletins.ScheduleAsync(id, due, now, ct)) throw new BulletinException($"Bulletin {id} is {(await FindAsync(bulletin.Id, ct)).State} already.");
        return due;
    }

    /// <summary>Stops a bulletin: nothing more of it is planned, and what waits is not sent. What the provider has cannot be called back.</summary>
    /// <returns>How many messages were cancelled.</returns>
    /// <exception cref="BulletinException">There is none of that number, or it was cancelled already.</exception>
    public async Task<int> CancelAsync(long id, CancellationToken ct)
    {
        await FindAsync(id, ct);
        if (!await bulletins.CancelAsync(id, clock.Now, ct)) throw new BulletinException($"Bulletin {id} was cancelled already.");
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

    /// <summary>A place by its identifier or by a name that is its alone.</summary>
    private Place? Place(string name, List<string> mistakes)
    {
        var current = directory.Current;
        if (current.Places.Find(name) is { } exact) return exact;
        var found = current.Finder.FromText(name).Places;
        if (found is [var only]) return only;
        mistakes.Add(found.IsEmpty
            ? $"There is no place \"{name}\"."
            : $"\"{name}\" may be {string.Join("; ", found.Select(place => $"{current.Places.Label(place)} ({place.Id})"))}: give the number.");
        return null;
    }

    private async Task<Bulletin> FindAsync(long id, CancellationToken ct) =>
        await bulletins.FindAsync(id, ct) ?? throw new BulletinException($"There is no bulletin {id}.");
}
