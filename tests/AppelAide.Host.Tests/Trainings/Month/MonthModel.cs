namespace AppelAide.Host.Tests.Trainings.Month;

/// <summary>
/// What must hold at each moment, kept beside the line and without its code: who has a seat, who is asked next, who is to be told what. The simulation
/// compares what citizens hear, and in the end the database, with it.
/// </summary>
internal sealed class MonthModel(List<ModelSession> sessions)
{
    public List<ModelSession> Sessions { get; } = sessions;

    public IEnumerable<ModelSeat> Seats => Sessions.SelectMany(session => session.Rows);

    /// <summary>Messages whose number in the outbox is known.</summary>
    public Dictionary<long, ModelMessage> Messages { get; } = [];

    public int Lapsed { get; private set; }

    public int Declined { get; private set; }

    public int Accepted { get; private set; }

    /// <summary>Somebody asks for a seat.</summary>
    /// <returns>What the line must answer: registered, already, already-waiting, waiting, full or gone; and the seat.</returns>
    public (string Status, ModelSeat? Seat) Register(ModelSession session, Citizen caller, Citizen contact, string name, bool waits, DateTimeOffset now, bool overbooks = false)
    {
        if (!session.IsOpen(now)) return ("gone", null);
        var own = session.Rows.Find(row => row.Caller == caller && row.Name == name);
        if (own is { State: "registered" }) return ("already", own);
        var free = own is { HoldsSeat: true } || overbooks || HasSeat(session, now, own);
        if (!free && own is { State: "waiting" }) return ("already-waiting", own);
        if (!free && !waits) return ("full", own);
        if (overbooks && session.Free <= 0) session.Overbooked++;
        var seat = own ?? new ModelSeat { Session = session, Caller = caller, Contact = contact, Name = name };
        if (own is null) session.Rows.Add(seat);
        else seat.Offers = 0;
        seat.Contact = contact;
        seat.RegisteredAt = now;
        seat.Become(free ? "registered" : "waiting", now);
        return (seat.State, seat);
    }

    /// <summary>Whether somebody who asks may have a seat: those who wait before them come first, while they can still be asked.</summary>
    public static bool HasSeat(ModelSession session, DateTimeOffset now, ModelSeat? own = null) =>
        session.Free > (session.StillOffers(now) ? session.Line.TakeWhile(row => row != own).Count(row => row.CanBeAsked) : 0);

    /// <summary>A seat, or a place in the line, is given back.</summary>
    public void Cancel(ModelSeat seat, DateTimeOffset now)
    {
        if (seat.State == "offered") Declined++;
        if (seat.State != "cancelled") seat.Become("cancelled", now);
        Withdraw(seat, "");
    }

    /// <summary>They said yes to a reminder, or to the offer of a seat.</summary>
    public void Accept(ModelSeat seat, DateTimeOffset now)
    {
        if (seat.State != "offered") return;
        Accepted++;
        seat.Become("registered", now);
    }

    /// <summary>Every question on a registration is answered at once.</summary>
    public static void Answer(ModelSeat seat)
    {
        foreach (var told in seat.Told.Values.Where(told => told.Asks)) (told.Answered, told.Reached) = (true, true);
    }

    /// <summary>What somebody was asked last and can still answer.</summary>
    public ModelMessage? Pending(Citizen citizen, DateTimeOffset now) => Seats
        .Where(seat => seat.Contact == citizen && seat.Session.IsOpen(now))
        .SelectMany(seat => seat.Told.Values)
        .Where(told => told.Asks && !told.Answered && told.To == citizen && told.State is "sent" or "delivered" && told.SentAt > now.AddDays(-8))
        .Where(told => told.IsOffer ? told.Seat.State == "offered" && told.Seat.Until > now : told.Seat.State == "registered")
        .OrderByDescending(told => told.SentAt).ThenByDescending(told => told.Id).FirstOrDefault();

    /// <summary>Nothing that waits is sent to somebody who stopped.</summary>
    public void Stop(Citizen citizen)
    {
        (citizen.IsStopped, citizen.EverStopped) = (true, true);
        foreach (var told in Seats.SelectMany(seat => seat.Told.Values).Where(told => told.To == citizen && told.State == "due")) told.State = "cancelled";
    }

    /// <summary>Who is to be told what now, in the order in which the line does its work.</summary>
    public List<ModelMessage> Plan(DateTimeOffset now) => [.. Reminders(now), .. Offers(now), .. Notices(now)];

    private static void Withdraw(ModelSeat seat, string except)
    {
        foreach (var told in seat.Told.Values.Where(told => told.State == "due" && told.Topic != except)) told.State = "cancelled";
    }

    private List<ModelMessage> Reminders(DateTimeOffset now)
    {
        var planned = new List<ModelMessage>();
        foreach (var session in Sessions.Where(session => session.IsOpen(now)))
        {
            var inTwoDays = MonthHours.At(session.Date.AddDays(-2), new(10, 0), session.Zone);
            var tomorrow = MonthHours.At(session.Date.AddDays(-1), new(9, 30), session.Zone);
            foreach (var (topic, from, until) in new[] { ("reminder:2", inTwoDays, tomorrow), ("reminder:1", tomorrow, session.Start.AddHours(-3)) })
            {
                if (now < from || now >= until) continue;
                // Whose seat came later has just been told of it.
                foreach (var seat in session.Rows.Where(row => row.State == "registered" && row.SeatedAt < from && !row.Told.ContainsKey(topic)))
                    planned.Add(Tell(seat, topic, now));
            }
        }

        return planned;
    }

    private List<ModelMessage> Offers(DateTimeOffset now)
    {
        var planned = new List<ModelMessage>();
        foreach (var session in Sessions.Where(session => session.IsOpen(now)))
        {
            foreach (var late in session.Rows.Where(row => row.State == "offered" && row.Until <= now)) Lapse(late, now);
            if (!session.StillOffers(now)) continue;
            foreach (var seat in session.Line.Where(row => row.CanBeAsked).Take(Math.Max(0, session.Free)).ToList())
            {
                var due = MonthHours.Next(now, seat.Contact.Zone);
                var until = MonthHours.After(due, 240, seat.Contact.Zone);
                if (until > session.Start.AddHours(-1)) until = session.Start.AddHours(-1);
                if (until <= due) continue;
                seat.Become("offered", now, until);
                planned.Add(Tell(seat, $"offer:{seat.Told.Keys.Count(topic => topic.StartsWith("offer", StringComparison.Ordinal)) + 1}", now));
            }
        }

        return planned;
    }

    private void Lapse(ModelSeat seat, DateTimeOffset now)
    {
        var wasAsked = !seat.Told.Values.Any(told => told.State == "due");
        Withdraw(seat, "");
        if (wasAsked) seat.Offers++;
        Lapsed++;
        seat.Become(seat.Offers < 2 ? "waiting" : "cancelled", now);
    }

    private List<ModelMessage> Notices(DateTimeOffset now)
    {
        var planned = new List<ModelMessage>();
        foreach (var session in Sessions.Where(session => session.Revision > 0 && session.Start > now))
        {
            var topic = $"{(session.IsCancelled ? "cancelled" : "changed")}:{session.Revision}";
            foreach (var seat in session.Rows.Where(row => row.State != "cancelled" && row.RegisteredAt < session.ChangedAt))
            {
                if (!seat.Told.TryGetValue(topic, out var told))
                {
                    Withdraw(seat, topic);
                    planned.Add(Tell(seat, topic, now, asks: !session.IsCancelled && seat.State == "registered"));
                }
                else if (!told.Reached && told.Tries < 3 && (told.State == "failed" || (told.State == "delivered" && told.WasCall)) && told.EndedAt <= now.AddHours(-3))
                {
                    (told.Tries, told.State, told.Attempts, told.WasCall) = (told.Tries + 1, "due", 0, true);
                    told.Refusals = 0;
                    planned.Add(told);
                }
            }
        }

        return planned;
    }

    private static ModelMessage Tell(ModelSeat seat, string topic, DateTimeOffset now, bool asks = false) =>
        seat.Told[topic] = new ModelMessage { Seat = seat, Topic = topic, At = now, To = seat.Contact, ChangeAsks = asks };
}
