using System.Globalization;
using AppelAide.Host.Callers;
using AppelAide.Host.Directory;
using AppelAide.Host.Tests.Golden;
using AppelAide.Host.Trainings;
using AppelAide.Host.Trainings.Messages;
using AppelAide.Host.Trainings.Registrations;
using AppelAide.Host.Twilio;

namespace AppelAide.Host.Tests.Trainings.Month;

/// <summary>
/// Thirty days of a line with 500 citizens, by a clock that moves a quarter of an hour at a time: they call and write, the line does its recurring work and
/// sends, they answer or do not, staff change things, attendance is noted.
/// </summary>
internal sealed class SimulatedMonth : IAsyncDisposable
{
    private const int Citizens = 500;
    private const int Days = 30;

    private static readonly TimeSpan Tick = TimeSpan.FromMinutes(15);
    private static readonly DateOnly First = new(2026, 11, 23);

    private readonly Random random;
    private readonly PriorityQueue<Func<Task>, (DateTimeOffset At, int Order)> diary = new();
    private int order;

    private SimulatedMonth(MonthLine line, List<ModelSession> sessions, Random random)
    {
        (Line, Model, this.random) = (line, new MonthModel(sessions), random);
        People = new MonthPeople(random);
        Acts = new MonthActs(line, Model, People, random);
        Deliveries = new MonthDeliveries(line, Model, People, Acts, random);
        line.Golden.Provider.Refusal = RefusalOf;
    }

    public MonthLine Line { get; }

    public MonthModel Model { get; }

    public MonthPeople People { get; }

    public MonthActs Acts { get; }

    public MonthDeliveries Deliveries { get; }

    /// <summary>What staff did.</summary>
    public List<string> Staff { get; } = [];

    /// <summary>Whom the line itself said that it had not reached, when the session began; against whom the model had not reached.</summary>
    public List<string> Unlisted { get; } = [];

    public int Unreached { get; private set; }

    public static async Task<SimulatedMonth> OpenAsync(int seed)
    {
        var random = new Random(seed);
        var line = new MonthLine(await GoldenLine.OpenAsync());
        var sessions = await MonthTraining.OpenAsync(line.Database, First, Days, random);
        await line.Golden.Get<DirectorySource>().RefreshAsync(default);
        return new SimulatedMonth(line, sessions, random);
    }

    public ValueTask DisposeAsync() => Line.DisposeAsync();

    public async Task RunAsync()
    {
        for (var i = 0; i < Citizens; i++) Plan(People.Active());
        for (var i = 0; i < 40; i++) PlanHidden();
        PlanStaff();
        for (var day = 0; day < Days; day++)
        {
            var date = First.AddDays(day);
            var (from, to) = (MonthHours.At(date, new(8, 15), MonthHours.Line), MonthHours.At(date, new(22, 0), MonthHours.Line));
            for (var now = from; now <= to; now += Tick) await TickAsync(now);
            await new MonthAudit(this).CompareAsync();
        }
    }

    private async Task TickAsync(DateTimeOffset now)
    {
        Line.Reach(now);
        await ListUnreachedAsync();
        var planned = Model.Plan(Line.Now);
        await Line.WorkAsync();
        await Deliveries.ReadAsync(planned);
        await Deliveries.SendAsync();
        for (var left = Deliveries.Answers.Count; left > 0; left--)
        {
            var (at, citizen) = Deliveries.Answers.Dequeue();
            if (at > Line.Now) Deliveries.Answers.Enqueue((at, citizen));
            else await Acts.AnswerAsync(citizen);
        }

        while (diary.TryPeek(out _, out var next) && next.At <= Line.Now) await diary.Dequeue()();
        await NoteAttendanceAsync();
    }

    private void Plan(Citizen citizen)
    {
        var wishes = random.Next(1, 4);
        for (var i = 0; i < wishes; i++) At(random.Next(0, 26), () => RegisterAsync(citizen));
        if (random.Next(100) < 15) At(random.Next(4, 27), () => CancelAsync(citizen));
        if (random.Next(100) < 6) At(random.Next(4, 27), () => MoveAsync(citizen));
        if (citizen.IsLandline || random.Next(100) >= 6) return;
        var day = random.Next(4, 24);
        At(day, () => Acts.StopAsync(citizen, stop: true));
        if (random.Next(2) == 0) At(day + random.Next(1, 5), () => Acts.StopAsync(citizen, stop: false));
    }

    private void PlanHidden() => At(random.Next(0, 26), () => People.Hidden() is var citizen ? Acts.RegisterByCallAsync(citizen, Training(citizen), withRelative: random.Next(4) == 0) : Task.CompletedTask);

    private void At(int day, Func<Task> act)
    {
        var at = MonthHours.At(First.AddDays(day), new(8, 30), MonthHours.Line).AddMinutes(15 * random.Next(0, 50));
        diary.Enqueue(act, (at, order++));
    }

    /// <summary>Something that is given on their side of the water; some are wanted more than others.</summary>
    private MonthTraining Training(Citizen citizen)
    {
        var near = Model.Sessions.Where(session => session.Zone.Id == citizen.TownZone.Id).ToList();
        var open = near.Where(session => session.IsOpen(Line.Now)).Select(session => session.Training).Distinct().ToList();
        if (open.Count == 0) return near[0].Training;
        return random.Next(3) == 0 ? open[random.Next(Math.Min(3, open.Count))] : open[random.Next(open.Count)];
    }

    /// <summary>Nobody calls twice within the time in which the line would go on where it was, or take a 1 for the menu of before.</summary>
    private bool Rests(Citizen citizen, Func<Task> act)
    {
        if (Line.Now - citizen.LastAt > TimeSpan.FromHours(4.5)) return false;
        diary.Enqueue(act, (Line.Now.AddHours(5), order++));
        return true;
    }

    private async Task RegisterAsync(Citizen citizen)
    {
        if (Rests(citizen, () => RegisterAsync(citizen))) return;
        if (!citizen.Writes) await Acts.RegisterByCallAsync(citizen, Training(citizen), withRelative: random.Next(100) < 12);
        else if (random.Next(100) < 10) await Acts.RegisterRelativeByTextAsync(citizen, Training(citizen));
        else await Acts.RegisterByTextAsync(citizen, Training(citizen));
    }

    private async Task CancelAsync(Citizen citizen)
    {
        if (Rests(citizen, () => CancelAsync(citizen)) || Pick(Open(citizen)) is not { } seat) return;
        if (citizen.Writes) await Acts.CancelByTextAsync(citizen, seat);
        else await Acts.CancelByCallAsync(citizen, seat);
    }

    private async Task MoveAsync(Citizen citizen)
    {
        if (!citizen.Writes || Rests(citizen, () => MoveAsync(citizen))) return;
        if (Open(citizen) is [{ State: "registered", Session.IsCancelled: false } seat] && Model.Pending(citizen, Line.Now) is null) await Acts.MoveByTextAsync(citizen, seat);
    }

    private List<ModelSeat> Open(Citizen citizen) =>
        [.. Model.Seats.Where(seat => (seat.Caller == citizen || seat.Contact == citizen) && seat.State is "registered" or "waiting" or "offered" && seat.Session.Start > Line.Now && seat.Caller.Phone.Length > 0)];

    private ModelSeat? Pick(List<ModelSeat> seats) => seats.Count == 0 ? null : seats[random.Next(seats.Count)];

    /// <summary>Some landlines are known to the provider; of others it finds out when the text cannot be delivered.</summary>
    private int? RefusalOf(OutgoingText text)
    {
        var to = People.Of(text.To);
        if (!to.IsLandline || to.No % 3 == 0) return null;
        if (Model.Messages.TryGetValue(long.Parse(text.StatusCallback.AsSpan(text.StatusCallback!.LastIndexOf('=') + 1), CultureInfo.InvariantCulture), out var told)) told.Refusals++;
        return 21635;
    }

    private void PlanStaff()
    {
        At(5, () => ChangeAsync("later", session => new SessionChange { StartsAt = session.At.AddHours(1), EndsAt = session.At.AddHours(3) }, 3, 8));
        At(7, () => ChangeAsync("more seats after a change", session => new SessionChange { Seats = session.Seats + 2 }, 1, 20, session => session.Revision > 0));
        At(8, () => ChangeAsync("elsewhere, the day before", _ => new SessionChange { Venue = "Salle du haut", NoteFr = "La chaudière est en panne.", NoteEn = "The boiler is broken." }, 0.6, 1.5));
        At(10, () => ChangeAsync("cancelled", _ => new SessionChange { TakesPlace = false }, 1.1, 4));
        At(13, () => ChangeAsync("a day later", session => new SessionChange { Date = session.Date.AddDays(1) }, 4, 9));
        At(15, OverbookAsync);
        At(19, () => ChangeAsync("cancelled, far ahead", _ => new SessionChange { TakesPlace = false }, 3, 8));
    }

    private async Task ChangeAsync(string what, Func<ModelSession, SessionChange> how, double fromDays, double toDays, Func<ModelSession, bool>? which = null)
    {
        var session = Model.Sessions
            .Where(one => one.IsOpen(Line.Now) && one.Start > Line.Now.AddDays(fromDays) && one.Start < Line.Now.AddDays(toDays) && (which is null ? one.Revision == 0 : which(one)))
            .OrderByDescending(one => one.Rows.Count(row => row.State != "cancelled")).FirstOrDefault();
        if (session is null) return;
        var change = how(session);
        if (change.Seats is { } seats)
        {
            session.Seats = seats;
        }
        else
        {
            (session.Date, session.At, session.IsCancelled) = (change.Date ?? session.Date, change.StartsAt ?? session.At, change.TakesPlace == false);
            session.Revision++;
            session.ChangedAt = Line.Now;
        }

        Staff.Add($"{session.Id}: {what}, {session.Rows.Count(row => row.State != "cancelled")} people");
        if (await Line.Golden.Get<SessionEditor>().ChangeAsync(session.Id, change, default) is { Status: not AppelAide.Host.Directory.Editing.EditStatus.Saved } wrong) Unlisted.Add(wrong.Why.En);
    }

    private async Task OverbookAsync()
    {
        var session = Model.Sessions.Where(one => one.IsOpen(Line.Now.AddDays(2)) && one.Free <= 0).OrderBy(one => one.Start).FirstOrDefault();
        if (session is null) return;
        var citizen = People.Given("fr");
        var caller = await Line.Golden.Get<CallerStore>().FindOrCreateAsync(citizen.Phone, "fr", Line.Now, default);
        var wish = new RegistrationWish { SessionId = session.Id, CallerId = caller.Id, ContactId = caller.Id, Overbooks = true, DoneBy = "staff" };
        var given = await Line.Database.WriteAsync(scope => Line.Golden.Get<RegistrationStore>().Register(scope, wish, Line.Now), default);
        Model.Register(session, citizen, citizen, "", waits: false, Line.Now, overbooks: true).Seat!.Code = given.Registration!.Code;
        Staff.Add($"{session.Id}: overbooked");
    }

    /// <summary>Just before a session begins, staff see exactly whom nobody reached.</summary>
    private async Task ListUnreachedAsync()
    {
        foreach (var session in Model.Sessions.Where(one => one.Revision > 0 && one.Start > Line.Now && one.Start <= Line.Now + Tick))
        {
            var today = TimeZoneInfo.ConvertTime(Line.Now, MonthHours.Line).ToString("yyyy-MM-dd", null);
            var listed = (await Line.Golden.Get<UnreachedReader>().AllAsync(today, default)).Where(person => person.SessionId == session.Id).Select(person => person.Topic).Order().ToList();
            var wanted = session.Rows.Where(row => row.State != "cancelled").SelectMany(row => row.Told.Values).Where(told => told.IsNotice && !told.Reached).Select(told => told.Topic).Order().ToList();
            Unreached += wanted.Count;
            if (!listed.SequenceEqual(wanted)) Unlisted.Add($"{session.Id}: {listed.Count} are listed as not reached, and {wanted.Count} were not");
        }
    }

    private async Task NoteAttendanceAsync()
    {
        foreach (var session in Model.Sessions.Where(one => !one.IsCancelled && one.End <= Line.Now && one.Rows.Exists(row => row is { State: "registered", Attendance: null })))
        {
            foreach (var seat in session.Rows.Where(row => row.State == "registered"))
            {
                seat.Attendance = random.Next(100) < 85 ? "present" : "absent";
                await Line.Database.WriteAsync(
                    scope => scope.Execute("UPDATE registration SET attendance = @Attendance WHERE session_id = @Session AND code = @Code", new { seat.Attendance, Session = session.Id, seat.Code }), default);
            }
        }
    }
}
