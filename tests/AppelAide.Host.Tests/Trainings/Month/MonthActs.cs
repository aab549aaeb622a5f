namespace AppelAide.Host.Tests.Trainings.Month;

/// <summary>What citizens do of themselves: each hears what the line says, and the model must have foreseen it.</summary>
internal sealed partial class MonthActs(MonthLine line, MonthModel model, MonthPeople people, Random random)
{
    /// <summary>How many sessions somebody listens to before the one that they came for.</summary>
    private const int Patience = 15;

    /// <summary>What the line said and the model had not foreseen.</summary>
    public List<string> Surprises { get; } = [];

    /// <summary>A seat of one's own, by text.</summary>
    public async Task RegisterByTextAsync(Citizen citizen, MonthTraining training)
    {
        var french = citizen.IsFrench;
        var asked = french ? $"formation {training.Wish(true)} {citizen.Town}" : $"class {training.Wish(false)} {citizen.Town}";
        var offered = (await line.TextAsync(citizen, asked)).Text;
        citizen.IsKnown = true;
        for (var i = 0; i < Patience && Identify(training, offered, french) is null && MonthWords.NextKey(offered) is { Length: > 0 } key; i++) offered = (await line.TextAsync(citizen, key)).Text;
        if (Identify(training, offered, french) is not { } session)
        {
            if (model.Sessions.Exists(one => one.Training == training && one.IsOpen(line.Now) && one.Left > 0)) Surprise(citizen, asked, offered, "no session of the training is offered");
            return;
        }

        var foreseen = Heard(citizen, asked, offered, session);
        var answer = offered;
        if (foreseen.Status != "full")
        {
            foreseen = model.Register(session, citizen, citizen, "", waits: false, line.Now);
            answer = (await line.TextAsync(citizen, "1")).Text;
            Check(citizen, $"{asked} | 1", answer, foreseen);
        }

        if (foreseen.Status != "full") return;
        var wait = MonthWords.Key(answer, "liste d'attente", "waitlist");
        if (MonthWords.Key(answer, "la prendre", "take it") is { Length: > 0 } take && random.Next(2) == 0)
        {
            if (model.Sessions.Find(other => other.Training == training && other != session && other.IsOpen(line.Now) && MonthWords.HasDate(answer.Split('=')[0], other.Date)) is not { } other)
            {
                Surprise(citizen, asked, answer, "another session is named that the model does not know");
                return;
            }

            foreseen = model.Register(other, citizen, citizen, "", waits: false, line.Now);
            Check(citizen, $"{asked} | 1 | {take}", (await line.TextAsync(citizen, take)).Text, foreseen);
        }
        else if (random.Next(100) < 85)
        {
            foreseen = model.Register(session, citizen, citizen, "", waits: true, line.Now);
            Check(citizen, $"{asked} | 1 | {wait}", (await line.TextAsync(citizen, wait)).Text, foreseen);
        }
    }

    /// <summary>A relative's seat, by text.</summary>
    public async Task RegisterRelativeByTextAsync(Citizen citizen, MonthTraining training)
    {
        var french = citizen.IsFrench;
        var offered = (await line.TextAsync(citizen, french ? $"formation {training.Wish(true)} {citizen.Town}" : $"class {training.Wish(false)} {citizen.Town}")).Text;
        citizen.IsKnown = true;
        if (Identify(training, offered, french) is not { } session) return;
        var asks = (await line.TextAsync(citizen, french ? "inscrire ma mère" : "sign up my mother")).Text;
        if (!MonthWords.Says(asks, "Qui voulez-vous inscrire", "Who do you want to sign up"))
        {
            Surprise(citizen, "inscrire ma mère", asks, "a name is not asked for");
            return;
        }

        var name = people.Name();
        var foreseen = model.Register(session, citizen, citizen, name, waits: true, line.Now);
        var answer = (await line.TextAsync(citizen, name)).Text;
        Check(citizen, $"{offered} | inscrire ma mère | {name}", answer, foreseen);
    }

    /// <summary>A call: a seat of one's own or a place in the line, a name, a number to call back, perhaps a relative.</summary>
    public async Task RegisterByCallAsync(Citizen citizen, MonthTraining training, bool withRelative)
    {
        var call = await line.CallAsync(citizen);
        var french = citizen.IsFrench;
        if (!french && (!citizen.IsKnown || citizen.Phone.Length == 0)) await call.PressAsync("9");
        var offered = await call.SayAsync(french ? $"formation {training.Wish(true)} à {citizen.Town}" : $"class {training.Wish(false)} in {citizen.Town}");
        citizen.IsKnown = true;
        for (var i = 0; i < Patience && Identify(training, offered, french) is null && MonthWords.NextKey(offered) is { Length: > 0 } next; i++) offered = await call.PressAsync(next);
        if (Identify(training, offered, french) is not { } session)
        {
            if (model.Sessions.Exists(one => one.Training == training && one.IsOpen(line.Now) && one.Left > 0)) Surprise(citizen, call, "no session of the training is offered");
            await call.HangUpAsync();
            return;
        }

        var foreseen = Heard(citizen, string.Join('\n', call.Transcript), offered, session);
        if (foreseen.Status != "full")
        {
            foreseen = model.Register(session, citizen, citizen, "", waits: false, line.Now);
            Check(citizen, call, await call.PressAsync("1"), foreseen);
        }

        if (foreseen.Status == "full" && random.Next(100) < 85)
        {
            var contact = citizen;
            var key = MonthWords.Says(call.Text, "Il y a une autre séance", "There is another session") ? "2" : "1";
            await call.PressAsync(key);
            if (citizen.Phone.Length == 0)
            {
                contact = people.Given(citizen.Language);
                await call.PressAsync(contact.Phone[2..]);
                foreseen = model.Register(session, citizen, contact, "", waits: true, line.Now);
                await call.PressAsync("1");
            }
            else
            {
                foreseen = model.Register(session, citizen, citizen, "", waits: true, line.Now.AddMilliseconds(-200));
            }

            Check(citizen, call, call.Text, foreseen);
        }

        if (foreseen.Status is "registered" or "waiting") await GiveNameAsync(citizen, call, foreseen.Seat!, session, withRelative && foreseen.Status == "registered");
        await call.HangUpAsync();
    }

    /// <summary>ANNULER 472.</summary>
    public async Task CancelByTextAsync(Citizen citizen, ModelSeat seat)
    {
        model.Cancel(seat, line.Now);
        var answer = (await line.TextAsync(citizen, $"{(citizen.IsFrench ? "ANNULER" : "CANCEL")} {seat.Code}")).Text;
        if (!MonthWords.Says(answer, "C'est annulé", "Cancelled") || !MonthWords.HasDate(answer, seat.Session.Date)) Surprise(citizen, $"ANNULER {seat.Code}", answer, $"{seat} is to be cancelled");
    }

    /// <summary>A call: the right one is looked for among theirs.</summary>
    public async Task CancelByCallAsync(Citizen citizen, ModelSeat seat)
    {
        var pending = model.Pending(citizen, line.Now);
        var call = await line.CallAsync(citizen);
        await call.SayAsync(citizen.IsFrench ? "annuler mon inscription" : "cancel my registration");
        if (pending is not null)
        {
            // What was asked about is what is cancelled.
            MonthModel.Answer(pending.Seat);
            model.Cancel(pending.Seat, line.Now);
            if (!MonthWords.Says(call.Text, "la place servira à quelqu'un d'autre", "someone else will have the place")) Surprise(citizen, call, "what was asked about is to be cancelled");
        }
        else
        {
            for (var i = 0; i < 8 && MonthWords.Says(call.Text, "la suivante, faites le 3", "next one, press 3") && !Names(call.Text, seat); i++) await call.PressAsync("3");
            if (!MonthWords.Says(call.Text, "annuler votre place", "cancel your place")) await call.PressAsync("1");
            model.Cancel(seat, line.Now);
            await call.PressAsync("1");
            if (!MonthWords.Says(call.Text, "C'est annulé", "It's cancelled")) Surprise(citizen, call, $"{seat} is to be cancelled");
        }

        await call.HangUpAsync();
    }

    /// <summary>Another date of the same training, by text.</summary>
    public async Task MoveByTextAsync(Citizen citizen, ModelSeat seat)
    {
        await line.TextAsync(citizen, citizen.IsFrench ? "mes inscriptions" : "my registrations");
        var answer = (await line.TextAsync(citizen, "2")).Text;
        var to = model.Sessions.Find(other => other.Training == seat.Session.Training && other != seat.Session && other.IsOpen(line.Now) && MonthWords.HasDate(answer, other.Date));
        if (to is null) return;
        var foreseen = model.Register(to, seat.Caller, seat.Contact, seat.Name, waits: false, line.Now);
        if (foreseen.Status is "registered" or "already") model.Cancel(seat, line.Now);
        answer = (await line.TextAsync(citizen, "1")).Text;
        if (foreseen.Status is "registered" or "already" != MonthWords.Says(answer, "C'est changé", "Changed: ")) Surprise(citizen, "autre date", answer, $"{seat} is to move to {to.Id}: {foreseen.Status}");
        if (foreseen.Status == "registered") foreseen.Seat!.Code = MonthWords.Code(answer);
    }

    /// <summary>STOP, or START.</summary>
    public async Task StopAsync(Citizen citizen, bool stop)
    {
        // Whose first word is STOP is answered in its language, and known in the line's own.
        if (!citizen.IsKnown) return;
        var words = (stop, citizen.IsFrench) switch { (true, true) => "ARRET", (true, false) => "STOP", (false, true) => "DEBUT", _ => "START" };
        var answer = (await line.TextAsync(citizen, words)).Text;
        if (stop) model.Stop(citizen);
        else citizen.IsStopped = false;
        if (stop != MonthWords.Says(answer, "ne recevrez plus de messages", "no more messages")) Surprise(citizen, words, answer, "not as said");
    }

    private async Task GiveNameAsync(Citizen citizen, MonthCall call, ModelSeat seat, ModelSession session, bool withRelative)
    {
        if (MonthWords.Says(call.Text, "dites votre prénom", "say your first and last name"))
        {
            if (random.Next(3) == 0 && !withRelative && citizen.Phone.Length > 0) return;
            if (random.Next(2) == 0)
            {
                await call.PressAsync("2");
            }
            else
            {
                await call.SayAsync(people.OwnName());
                await call.PressAsync("1");
            }
        }

        if (MonthWords.Says(call.Text, "À quel numéro", "What number can we call back"))
        {
            if (random.Next(4) == 0) return;
            var contact = people.Given(citizen.Language);
            await call.PressAsync(contact.Phone[2..]);
            await call.PressAsync("1");
            seat.Contact = contact;
            if (!MonthWords.Says(call.Text, "nous appellerons ce numéro", "we will call that number")) Surprise(citizen, call, "a number was given");
        }

        if (withRelative) await RelativeAsync(citizen, call, session);
    }

    private async Task RelativeAsync(Citizen citizen, MonthCall call, ModelSession session)
    {
        await call.PressAsync("2");
        var name = people.Name();
        await call.SayAsync(name);
        await call.PressAsync("1");
        var contact = citizen;
        if (citizen.Phone.Length == 0 || random.Next(3) == 0)
        {
            contact = people.Given(citizen.Language);
            if (citizen.Phone.Length > 0) await call.PressAsync("2");
            await call.PressAsync(contact.Phone[2..]);
        }

        var foreseen = model.Register(session, citizen, contact, name, waits: true, line.Now);
        Check(citizen, call, await call.PressAsync("1"), foreseen);
    }

    private static bool Names(string text, ModelSeat seat) => MonthWords.HasDate(text, seat.Session.Date) && text.Contains(string.Join(", ", seat.Code.ToCharArray()), StringComparison.Ordinal);

    /// <summary>Who hears at once that it is full does not ask for a seat; and it is.</summary>
    private (string Status, ModelSeat? Seat) Heard(Citizen citizen, string said, string offered, ModelSession session)
    {
        if (!MonthWords.IsFull(offered)) return ("", null);
        if (MonthModel.HasSeat(session, line.Now)) Surprise(citizen, said, offered, $"{session.Free} seats are free");
        return ("full", null);
    }

    private ModelSession? Identify(MonthTraining training, string text, bool french) => MonthWords.Folded(text).Contains(MonthWords.Folded(training.Title(french)), StringComparison.Ordinal)
        ? model.Sessions.Find(session => session.Training == training && session.IsOpen(line.Now) && MonthWords.HasDate(MonthWords.First(text), session.Date))
        : null;

    private string Pick(params string[] words) => words[random.Next(words.Length)];

    private void Check(Citizen citizen, MonthCall call, string answer, (string Status, ModelSeat? Seat) foreseen) => Check(citizen, string.Join('\n', call.Transcript), answer, foreseen);

    private void Check(Citizen citizen, string said, string answer, (string Status, ModelSeat? Seat) foreseen)
    {
        var status = MonthWords.Status(answer);
        // Who finds no seat for a relative is put in the line at once.
        if (status != foreseen.Status) Surprise(citizen, said, answer, $"{foreseen.Status} was foreseen: {foreseen.Seat}");
        if (foreseen.Seat is not { } seat || status is not ("registered" or "waiting" or "already" or "?")) return;
        var code = MonthWords.Code(answer);
        if (seat.Code.Length == 0) seat.Code = code;
        if (code.Length != 3 || seat.Code != code) Surprise(citizen, said, answer, $"the number is not {seat.Code}");
    }

    private void Surprise(Citizen citizen, MonthCall call, string why) => Surprise(citizen, string.Join('\n', call.Transcript), call.Text, why);

    private void Surprise(Citizen citizen, string said, string heard, string why)
    {
        Surprises.Add($"{TimeZoneInfo.ConvertTime(line.Now, MonthHours.Line):yyyy-MM-dd HH:mm} citizen {citizen.No} ({citizen.Language}): {why}\n{said}\n< {heard}\n");
        if (Surprises.Count > 15) throw new InvalidOperationException($"Too many surprises, the first ones:\n{string.Join('\n', Surprises.Take(3))}");
    }
}
