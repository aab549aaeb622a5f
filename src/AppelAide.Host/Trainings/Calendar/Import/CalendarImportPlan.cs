using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace AppelAide.Host.Trainings.Calendar.Import;

/// <summary>What an import changes. Pure: the same each time that a transaction is run again.</summary>
internal sealed class CalendarImportPlan
{
    /// <summary>The most rows that one transaction writes: the line's own writes wait for it.</summary>
    public const int MostRows = 5_000;

    /// <summary>How far ahead sessions are made of what repeats.</summary>
    public static readonly TimeSpan Ahead = TimeSpan.FromDays(180);

    /// <summary>What does not repeat is taken at once: nobody extends it later.</summary>
    private static readonly TimeSpan Single = TimeSpan.FromDays(3 * 366);

    // What has no more dates to come.
    private const string Forever = "9999-12-31";

    private static readonly TimeSpan Back = TimeSpan.FromDays(365);

    private readonly ImmutableArray<TrainingRow>.Builder newTrainings = ImmutableArray.CreateBuilder<TrainingRow>();
    private readonly ImmutableArray<TrainingRow>.Builder changedTrainings = ImmutableArray.CreateBuilder<TrainingRow>();
    private readonly ImmutableArray<SessionRow>.Builder newSessions = ImmutableArray.CreateBuilder<SessionRow>();
    private readonly ImmutableArray<SessionRow>.Builder changedSessions = ImmutableArray.CreateBuilder<SessionRow>();
    private readonly ImmutableArray<SeriesRow>.Builder series = ImmutableArray.CreateBuilder<SeriesRow>();
    private readonly KnownCalendar known;
    private readonly CalendarGround ground;
    private readonly CalendarDefects defects;
    private readonly SessionMaker maker;

    private int changed, cancelled, returned, unchanged, past, retired, same;

    public CalendarImportPlan(KnownCalendar known, CalendarGround ground, CalendarDefects defects)
    {
        (this.known, this.ground, this.defects) = (known, ground, defects);
        maker = new(ground.Places, ground.Venues, defects);
    }

    public IEnumerable<TrainingRow> NewTrainings => newTrainings;

    public IEnumerable<TrainingRow> ChangedTrainings => changedTrainings;

    public IEnumerable<SessionRow> NewSessions => newSessions;

    public IEnumerable<SessionRow> ChangedSessions => changedSessions;

    public ImmutableArray<SeriesRow> Series => series.ToImmutable();

    /// <summary>How many rows it writes.</summary>
    public int Rows => newTrainings.Count + changedTrainings.Count + newSessions.Count + changedSessions.Count + series.Count;

    /// <summary>Whether anything changes that the directory tells.</summary>
    public bool IsAnything => newTrainings.Count + changedTrainings.Count + newSessions.Count + changedSessions.Count > 0;

    /// <summary>What it changes, counted.</summary>
    public CalendarImportReport Report => new()
    {
        TrainingsAdded = newTrainings.Count,
        TrainingsChanged = changedTrainings.Count,
        TrainingsUnchanged = same,
        TrainingsRetired = retired,
        SessionsAdded = newSessions.Count,
        SessionsChanged = changed,
        SessionsCancelled = cancelled,
        SessionsReturned = returned,
        SessionsUnchanged = unchanged,
        Past = past,
        Defects = defects.List,
    };

    /// <summary>The identifier of a training: the same at each import.</summary>
    public static string IdOf(string source, string uid) =>
        "cal-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{source}\n{uid}")).AsSpan(0, 10));

    /// <summary>Takes a training of the file.</summary>
    /// <param name="training">The training.</param>
    /// <param name="options">Who gives it.</param>
    public void Take(PartnerTraining training, CalendarImportOptions options)
    {
        var id = IdOf(options.Source, training.Uid);
        var (where, venue) = ground.Venues.Find(training.Where);
        if (where is null)
        {
            defects.Add(training.Line, "LOCATION", $"\"{CalendarDefects.Short(training.Where)}\" is the name of no location of the directory: say where with --location", dropped: true);
            unchanged += known.Sessions[id].Count(IsToCome);
            return;
        }

        var row = training.Row with { Id = id, OrganizationId = options.OrganizationId, LocationId = where.Id, Source = options.Source, Venue = venue.Length > 0 ? venue : training.Row.Venue };
        var before = known.Trainings.GetValueOrDefault(id);
        var content = SeriesText.Write(training, where.Id);
        var last = known.Series.GetValueOrDefault(id);
        // What the partner says again as they said it changes nothing that staff changed since.
        var isSaidAgain = last is { Content.Length: > 0 } && last.Content == content;
        var (sessions, until) = maker.Make(training, id, where, ground.Now - Back, training.IsSingle ? ground.Now + Single : ground.Horizon);
        past += sessions.Count(session => session.Start <= ground.Now);
        var coming = sessions.Where(session => session.Start > ground.Now).ToList();
        // Nobody is told of what is over, nor of what was called off before it was ever announced.
        if (before is null && coming.All(session => session.Row.IsCancelled) && !training.Series.Any(one => one.IsRecurring && !one.Main.IsCancelled))
            return;

        if (before is null) newTrainings.Add(row);
        else if (before != row) changedTrainings.Add(row);
        else same++;
        var isOther = before is not null && (before.TitleFr, before.TitleEn, before.LocationId, before.Venue) != (row.TitleFr, row.TitleEn, row.LocationId, row.Venue);
        Sessions(id, coming, until, isSaidAgain, isOther);
        var made = training.IsSingle ? Forever : ground.MadeUntil;
        if (!isSaidAgain || last!.MadeUntil != made)
            series.Add(new() { TrainingId = id, Content = content, MadeUntil = made });
    }

    /// <summary>Makes the sessions of a series until the horizon, and changes none that is there.</summary>
    public void Extend(SeriesRow row)
    {
        var training = known.Trainings[row.TrainingId];
        var where = ground.Locations.GetValueOrDefault(training.LocationId);
        var events = row.Content.Length == 0 ? [] : SeriesText.Read(row.Content, defects);
        if (where is not null && events.Count > 0)
        {
            var uid = known.Sessions[row.TrainingId].FirstOrDefault()?.Uid is { Length: > 0 } name ? name : events[0].Uid;
            var (sessions, until) = maker.Make(new(uid, 0, training, [.. events]), row.TrainingId, where, ground.Now, ground.Horizon);
            Sessions(row.TrainingId, [.. sessions.Where(session => session.Start > ground.Now)], until, isSaidAgain: true, isOther: false);
        }

        series.Add(row with { MadeUntil = ground.MadeUntil });
    }

    /// <summary>Cancels what is to come of the trainings that the file no longer has.</summary>
    public void Retire(IReadOnlySet<string> kept)
    {
        foreach (var training in known.Trainings.Keys.Where(id => !kept.Contains(id)).Order(StringComparer.Ordinal))
        {
            var coming = known.Sessions[training].Where(session => IsToCome(session) && !session.IsCancelled).ToList();
            foreach (var session in coming)
                Change(session with { State = "cancelled" }, ref cancelled);
            var last = known.Series.GetValueOrDefault(training);
            // Said again one day, it is not as it was said last.
            if (last is { Content.Length: > 0 })
                series.Add(last with { Content = "", MadeUntil = Forever });
            if (coming.Count > 0 || last is { Content.Length: > 0 })
                retired++;
        }
    }

    private void Sessions(string trainingId, List<PartnerSession> coming, DateTimeOffset until, bool isSaidAgain, bool isOther)
    {
        var there = known.Sessions[trainingId].ToDictionary(session => session.Id);
        var ids = there.Keys.ToHashSet();
        var free = there.Values.Where(IsToCome).ToDictionary(session => session.Id);
        var pairs = new List<(PartnerSession Wanted, SessionRow? Known)>();
        foreach (var session in coming)
            pairs.Add((session, free.Remove(session.Row.Id, out var own) ? own : null));
        for (var i = 0; i < pairs.Count; i++)
        {
            // An event that begins to repeat, or ceases to, keeps the session that people registered for.
            var wanted = pairs[i].Wanted;
            if (pairs[i].Known is null && free.Values.FirstOrDefault(session => (session.Date, session.StartsAt) == (wanted.Row.Date, wanted.Row.StartsAt)) is { } moved)
            {
                free.Remove(moved.Id);
                pairs[i] = (wanted, moved);
            }
        }

        foreach (var (wanted, session) in pairs)
        {
            if (session is null)
                Add(wanted.Row, ids);
            else if (isSaidAgain)
                unchanged++;
            else
                Compare(session, wanted.Row, isOther);
        }

        foreach (var session in free.Values.OrderBy(session => session.Id, StringComparer.Ordinal))
        {
            if (isSaidAgain || session.IsCancelled || ground.StartOf(session, known.Trainings[trainingId]) > until || ground.StartOf(session, known.Trainings[trainingId]) >= ground.Horizon)
                unchanged++;
            else
                Change(session with { State = "cancelled" }, ref cancelled);
        }
    }

    private void Add(SessionRow row, HashSet<string> ids)
    {
        if (row.IsCancelled)
            return;
        var id = row.Id;
        // Its name may be that of a session that is over: an event that was moved to a date to come.
        for (var again = 2; !ids.Add(id); again++)
            id = string.Create(CultureInfo.InvariantCulture, $"{row.TrainingId}-{row.Date.Replace("-", "", StringComparison.Ordinal)}-{again}");
        newSessions.Add(row with { Id = id });
    }

    private void Compare(SessionRow session, SessionRow wanted, bool isOther)
    {
        var becomes = wanted with { Id = session.Id, Revision = session.Revision };
        if (session.IsCancelled && wanted.IsCancelled)
            unchanged++;
        else if (wanted.IsCancelled)
            Change(session with { State = "cancelled" }, ref cancelled);
        else if (session.IsCancelled)
            Change(becomes, ref returned);
        else if (isOther || session.WhenAndWhere != wanted.WhenAndWhere)
            Change(becomes, ref changed);
        else
            unchanged++;
    }

    private void Change(SessionRow session, ref int count)
    {
        changedSessions.Add(session with { Revision = session.Revision + 1 });
        count++;
    }

    private bool IsToCome(SessionRow session) => known.Trainings.TryGetValue(session.TrainingId, out var training) && ground.StartOf(session, training) > ground.Now;
}
