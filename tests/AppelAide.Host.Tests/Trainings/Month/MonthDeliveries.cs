using AppelAide.Host.Tests.Golden;
using Dapper;

namespace AppelAide.Host.Tests.Trainings.Month;

/// <summary>What the line sends of itself, and what becomes of it: it arrives or not, and a person, a machine or nobody answers.</summary>
internal sealed class MonthDeliveries(MonthLine line, MonthModel model, MonthPeople people, MonthActs acts, Random random)
{
    private const int MostAttempts = 4;

    private const string Written = """
        SELECT message_id, session_id, code, topic, registration_message.tries FROM registration_message JOIN registration ON registration.id = registration_id
        WHERE message_id > @Last ORDER BY message_id
        """;

    private long last;

    /// <summary>What was not as it must be: told and not due, due and not told, at a bad hour, after STOP, in the wrong language.</summary>
    public List<string> Faults { get; } = [];

    /// <summary>Who will answer a text, some other time of the day.</summary>
    public Queue<(DateTimeOffset At, Citizen Citizen)> Answers { get; } = new();

    public int Handed { get; private set; }

    /// <summary>The messages that the line wrote must be those that the model wants.</summary>
    public async Task ReadAsync(List<ModelMessage> planned)
    {
        var rows = await line.Database.ReadAsync(connection => connection.Query<Row>(Written, new { Last = last }).AsList(), default);
        foreach (var row in rows)
        {
            last = row.MessageId;
            var message = planned.Find(one => one.Seat.Session.Id == row.SessionId && one.Seat.Code == row.Code && one.Topic == row.Topic);
            if (message is null)
            {
                Fault($"{row.Topic} was written for {row.SessionId} no {row.Code}, and is not due: {model.Seats.FirstOrDefault(seat => seat.Session.Id == row.SessionId && seat.Code == row.Code)}");
                continue;
            }

            planned.Remove(message);
            model.Messages[message.Id = row.MessageId] = message;
            if (message.Tries != row.Tries) Fault($"{message.Topic} of {message.Seat} is tried for the {row.Tries}. time, not the {message.Tries}.");
        }

        foreach (var missing in planned) Fault($"{missing.Topic} is due and was not written: {missing.Seat}");
    }

    /// <summary>Sends until nothing is left to send, a text that a landline refuses as a call.</summary>
    public async Task SendAsync()
    {
        var began = line.Now;
        while (await line.SendAsync() is { Count: > 0 } taken)
        {
            // All are on their way before the first arrives: two calls to one telephone too.
            var sent = taken.Select(one => (One: one, Told: Begin(one, people.Of(one.To)))).ToList();
            foreach (var (one, told) in sent) await (one.IsCall ? RingAsync(one, told) : ArriveAsync(one, told));
        }

        foreach (var told in model.Messages.Values.Where(told => told.State == "due" && MonthHours.AreDecent(line.Now, told.To.Zone)))
        {
            if (told.To.Phone.Length == 0) (told.State, told.EndedAt) = ("failed", began);
            else if (told.To.IsStopped) (told.State, told.EndedAt) = ("cancelled", began);
        }

        await line.SettleRetriesAsync();
    }

    private async Task ArriveAsync(GoldenProvider.Taken text, ModelMessage? told)
    {
        var to = people.Of(text.To);
        if (text.Words.StartsWith("Ligne AppelAide:", StringComparison.Ordinal) != to.IsFrench) Fault($"In the wrong language for citizen {to.No}: {text.Words}");
        if (to.IsLandline)
        {
            // Found out after it was taken.
            await line.ReportTextAsync(text, "undelivered", 30006);
            if (told is not null) (told.State, told.WasCall) = ("due", true);
            return;
        }

        var chance = random.Next(100);
        if (chance < 3)
        {
            await line.ReportTextAsync(text, "undelivered", 30003);
            if (told is not null) Again(told);
        }
        else if (chance < 5)
        {
            await line.ReportTextAsync(text, "undelivered", 30005);
            if (told is not null) End(told, "failed");
        }
        else
        {
            await line.ReportTextAsync(text, "delivered", null);
            if (told is null) return;
            End(told, "delivered");
            told.Reached = true;
            if (told.Asks && random.Next(100) < (told.IsOffer ? 65 : 60)) Answers.Enqueue((line.Now.AddMinutes(15 * random.Next(0, 16)), to));
        }
    }

    private async Task RingAsync(GoldenProvider.Taken made, ModelMessage? told)
    {
        var to = people.Of(made.To);
        if (told is not null) told.WasCall = true;
        var chance = random.Next(100);
        if (chance < 25)
        {
            await line.ReportCallAsync(made, chance < 5 ? "busy" : "no-answer");
            if (told is not null) Again(told);
            return;
        }

        var machine = chance < 40;
        if (await line.AnswerAsync(made, machine) is not { } call)
        {
            // They pressed "no more calls" in the one before.
            if (!to.IsStopped) Fault($"The line called citizen {to.No} and had nothing to say.");
            await line.ReportCallAsync(made, "completed");
            if (told is not null) End(told, "delivered");
            return;
        }

        await line.ReportCallAsync(made, "in-progress");
        if (told is not null && !machine)
        {
            told.Reached = true;
            await acts.PressAsync(to, told, call);
        }

        await call.HangUpAsync();
        await line.ReportCallAsync(made, "completed");
        if (told is not null) End(told, "delivered");
    }

    private ModelMessage? Begin(GoldenProvider.Taken sent, Citizen to)
    {
        Handed++;
        if (to.IsStopped) Fault($"Citizen {to.No} stopped, and gets {sent.Words}");
        if (!model.Messages.TryGetValue(sent.Message, out var told)) return null;
        if (told.To != to) Fault($"{told.Topic} of {told.Seat} goes to citizen {to.No}");
        if (told.State != "due") Fault($"{told.Topic} of {told.Seat} is sent though it is {told.State}");
        if (!MonthHours.AreDecent(line.Now, to.Zone)) Fault($"{told.Topic} of {told.Seat} at a bad hour: {TimeZoneInfo.ConvertTime(line.Now, to.Zone)}");
        (told.State, told.SentAt, told.Attempts) = ("sent", line.Now, told.Attempts + 1);
        return told;
    }

    private void Again(ModelMessage told)
    {
        if (told.Attempts + told.Refusals >= MostAttempts) End(told, "failed");
        else (told.State, told.EndedAt) = ("due", line.Now);
    }

    private void End(ModelMessage told, string state) => (told.State, told.EndedAt) = (state, line.Now);

    private void Fault(string what)
    {
        Faults.Add($"{TimeZoneInfo.ConvertTime(line.Now, MonthHours.Line):yyyy-MM-dd HH:mm} {what}");
        if (Faults.Count > 15) throw new InvalidOperationException("Too many faults.");
    }

    private sealed class Row
    {
        public long MessageId { get; init; }

        public string SessionId { get; init; } = "";

        public string Code { get; init; } = "";

        public string Topic { get; init; } = "";

        public int Tries { get; init; }
    }
}
