namespace AppelAide.Host.Tests.Trainings.Month;

/// <summary>What citizens answer when they are asked.</summary>
internal sealed partial class MonthActs
{
    /// <summary>OUI or NON to what was asked last, by text or by calling back.</summary>
    public async Task AnswerAsync(Citizen citizen)
    {
        if (model.Pending(citizen, line.Now) is not { } asked) return;
        var yes = random.Next(100) < (asked.IsOffer ? 75 : 85);
        var seat = asked.Seat;
        string said, heard;
        if (citizen.IsLandline || random.Next(100) < 15)
        {
            var call = await line.CallAsync(citizen);
            await call.PressAsync("1");
            Take(seat, yes);
            heard = await call.PressAsync(yes ? "1" : "2");
            said = string.Join('\n', call.Transcript);
            await call.HangUpAsync();
        }
        else
        {
            // The second of two questions is heard only once the conversation that answered the first is over.
            if (asked.SentAt < citizen.LastAt && line.Now - citizen.LastAt < TimeSpan.FromHours(4)) return;
            said = (yes, citizen.IsFrench) switch
            {
                (true, true) => Pick("OUI", "1", "Je viens"),
                (true, false) => Pick("YES", "1", "I'm coming"),
                (false, true) => Pick("NON", "2", "je peux pas venir"),
                _ => Pick("NO", "2", "can't make it"),
            };
            Take(seat, yes);
            heard = (await line.TextAsync(citizen, said)).Text;
        }

        CheckAnswer(citizen, asked, yes, said, heard);
    }

    /// <summary>In the call that the line makes.</summary>
    public async Task PressAsync(Citizen citizen, ModelMessage asked, MonthCall call)
    {
        var chance = random.Next(100);
        if (chance < 15) return;
        if (chance < 18 && !asked.IsOffer && asked.Asks)
        {
            model.Stop(citizen);
            var stopped = await call.PressAsync("4");
            if (!MonthWords.Says(stopped, "ne vous appellerons plus", "not call you")) Surprise(citizen, call, "calls are to stop");
            return;
        }

        if (!asked.Asks || asked.Seat.State is not ("registered" or "offered")) return;
        var yes = random.Next(100) < (asked.IsOffer ? 75 : 85);
        Take(asked.Seat, yes);
        CheckAnswer(citizen, asked, yes, string.Join('\n', call.Transcript), await call.PressAsync(yes ? "1" : "2"));
    }

    private void Take(ModelSeat seat, bool yes)
    {
        MonthModel.Answer(seat);
        if (yes) model.Accept(seat, line.Now);
        else model.Cancel(seat, line.Now);
    }

    private void CheckAnswer(Citizen citizen, ModelMessage asked, bool yes, string said, string heard)
    {
        var expected = (yes, asked.IsOffer) switch
        {
            (true, true) => MonthWords.Says(heard, "La place est à vous", "The place is yours") && MonthWords.Code(heard) == asked.Seat.Code,
            (true, false) => MonthWords.Says(heard, "On vous attend", "see you") && MonthWords.HasDate(heard, asked.Seat.Session.Date),
            _ => MonthWords.Says(heard, "C'est noté. Merci de l'avoir dit", "oted. Thank you for telling us"),
        };
        if (!expected) Surprise(citizen, said, heard, $"{(yes ? "yes" : "no")} to {asked.Topic} of {asked.Seat}");
    }
}
