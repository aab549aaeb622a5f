using System.CommandLine;
using AppelAide.Dialogue.Language;
using AppelAide.Host.Trainings.Desk;

namespace AppelAide.Host.Commands;

/// <summary><c>training register</c>, <c>cancel-registration</c> and <c>move-registration</c>: what staff do for somebody who asks them.</summary>
internal static class RegistrationCommands
{
    /// <summary>The verbs, under <c>training</c>.</summary>
    public static IEnumerable<Command> Create() => [Register(), Cancel(), Move()];

    private static Command Register()
    {
        var id = TrainingArguments.Session();
        var phone = new Argument<string>("phone") { Description = "Their telephone: +14185550142 or 418 555-0142." };
        phone.Validators.Add(result => TrainingArguments.MustBePhone(result, "PHONE", result.GetValueOrDefault<string>()));
        var name = TrainingArguments.TextOption("--name", "The name for the roster.", PersonName.MostCharacters);
        var wait = new Option<bool>("--wait") { Description = "On the waitlist, when no seat is left." };
        var overbook = new Option<bool>("--overbook") { Description = "A seat all the same, when none is left." };
        var command = new Command("register", "Register somebody who asks in person; tells their code.") { id, phone, name, wait, overbook };
        command.Validators.Add(result =>
        {
            if (result.GetValue(wait) && result.GetValue(overbook)) result.AddError("Give --wait or --overbook, not both.");
        });
        command.SetAction((parsed, ct) => TrainingArguments.WithSessionAsync(
            parsed.GetValue(id)!,
            async (services, session) =>
            {
                var answer = await services.GetRequiredService<RegistrationDesk>().RegisterAsync(
                    session.Id, TrainingArguments.Phone(parsed.GetValue(phone)!)!, (parsed.GetValue(name) ?? "").Trim(), parsed.GetValue(wait), parsed.GetValue(overbook), ct);
                return await SayAsync(RegistrationScreen.Registered(answer, session));
            },
            ct));
        return command;
    }

    private static Command Cancel()
    {
        var (id, code) = (TrainingArguments.Session(), TrainingArguments.Code());
        var command = new Command("cancel-registration", "Give a seat, or a place on the waitlist, back.") { id, code };
        command.SetAction((parsed, ct) => TrainingArguments.WithSessionAsync(
            parsed.GetValue(id)!,
            async (services, session) => await SayAsync(
                RegistrationScreen.Cancelled(await services.GetRequiredService<RegistrationDesk>().CancelAsync(session.Id, parsed.GetValue(code)!, ct), session, parsed.GetValue(code)!)),
            ct));
        return command;
    }

    private static Command Move()
    {
        var (id, code, to) = (TrainingArguments.Session(), TrainingArguments.Code(), TrainingArguments.Session("to"));
        var command = new Command("move-registration", "Move somebody to another session that has a seat left; else nothing changes.") { id, code, to };
        command.SetAction((parsed, ct) => TrainingArguments.WithSessionAsync(
            parsed.GetValue(id)!,
            async (services, session) =>
            {
                if (await services.GetRequiredService<SessionBook>().SheetAsync(parsed.GetValue(to)!, ct) is not { } there)
                    return await TrainingArguments.RefuseAsync(TrainingArguments.Unknown(parsed.GetValue(to)!));
                if (there.Session.Id == session.Id) return await TrainingArguments.RefuseAsync("That is the same session.");
                var answer = await services.GetRequiredService<RegistrationDesk>().MoveAsync(session.Id, parsed.GetValue(code)!, there.Session.Id, ct);
                return await SayAsync(RegistrationScreen.Moved(answer, session, there.Session, parsed.GetValue(code)!));
            },
            ct));
        return command;
    }

    private static async Task<bool> SayAsync((bool IsDone, string Sentence) outcome)
    {
        if (!outcome.IsDone) return await TrainingArguments.RefuseAsync(outcome.Sentence);
        TrainingArguments.Write(outcome.Sentence);
        return true;
    }
}
