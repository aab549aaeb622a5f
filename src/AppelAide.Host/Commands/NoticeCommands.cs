using System.CommandLine;
using System.Globalization;
using AppelAide.Host.Trainings.Desk;
using AppelAide.Host.Trainings.Messages;

namespace AppelAide.Host.Commands;

/// <summary><c>training unreached</c>, <c>reached</c> and <c>partner</c>: who does not know yet, and who is told of the next day.</summary>
internal static class NoticeCommands
{
    /// <summary>The verbs, under <c>training</c>.</summary>
    public static IEnumerable<Command> Create() => [Unreached(), Reached(), Partner()];

    private static Command Unreached()
    {
        var command = new Command("unreached", "Whom a change or a cancellation has not reached; the soonest session first. Tell them, then say \"training reached\".");
        command.SetAction((_, ct) => DirectoryCommands.WithLineAsync(
            async services =>
            {
                var lines = await services.GetRequiredService<NoticeDesk>().ListAsync(ct);
                if (lines.Count == 0) TrainingArguments.Write("Everybody was reached.");
                foreach (var (person, registration) in lines)
                {
                    var tries = person.Tries == 0 || (person is { Tries: 1, State: "due" }) ? "not tried yet" : person.Tries == 1 ? "tried once" : string.Create(CultureInfo.InvariantCulture, $"tried {person.Tries} times");
                    TrainingArguments.Write($"{person.SessionId}  {registration.Code}  {SessionScreen.Who(registration)}: {About(person.Topic)}; {tries}, {Became(person, registration.Stopped)}");
                }

                return true;
            },
            ct));
        return command;
    }

    private static Command Reached()
    {
        var (id, code) = (TrainingArguments.Session(), TrainingArguments.Code());
        var command = new Command("reached", "Staff told somebody that their session changed or will not take place.") { id, code };
        command.SetAction((parsed, ct) => TrainingArguments.WithSessionAsync(
            parsed.GetValue(id)!,
            async (services, session) =>
            {
                var (registration, wasUnreached) = await services.GetRequiredService<NoticeDesk>().ReachedAsync(session.Id, parsed.GetValue(code)!, ct);
                if (registration is null)
                    return await TrainingArguments.RefuseAsync($"Nobody in {session.Id} has the code \"{parsed.GetValue(code)}\"; see \"training unreached\".");
                TrainingArguments.Write(wasUnreached ? $"{SessionScreen.Who(registration)} was told." : $"{SessionScreen.Who(registration)} had nothing left to be told.");
                return true;
            },
            ct));
        return command;
    }

    private static Command Partner()
    {
        var organization = new Argument<string>("organization") { Description = "The organization's identifier." };
        var phone = new Option<string?>("--phone") { Description = "The telephone that is told each evening how many come the next day.", HelpName = "+14185550142" };
        phone.Validators.Add(result => TrainingArguments.MustBePhone(result, "--phone", result.GetValueOrDefault<string?>()));
        var remove = new Option<bool>("--remove") { Description = "Tell nobody any more." };
        var command = new Command("partner", "Who of a partner gets the evening summary; sets it, removes it or shows it.") { organization, phone, remove };
        command.Validators.Add(result =>
        {
            if (result.GetValue(remove) && result.GetValue(phone) is not null) result.AddError("Give --phone or --remove, not both.");
        });
        command.SetAction((parsed, ct) => DirectoryCommands.WithLineAsync(
            async services =>
            {
                var (desk, id) = (services.GetRequiredService<PartnerDesk>(), parsed.GetValue(organization)!);
                var nobody = $"Nobody of {id} gets the evening summary.";
                if (parsed.GetValue(phone) is { } number && !await desk.SetAsync(id, TrainingArguments.Phone(number)!, ct)) return await TrainingArguments.RefuseAsync($"There is no organization \"{id}\".");
                if (parsed.GetValue(remove)) await desk.RemoveAsync(id, ct);
                TrainingArguments.Write(await desk.TailAsync(id, ct) is { } tail ? $"The telephone …{tail} gets the evening summary of {id}." : nobody);
                return true;
            },
            ct));
        return command;
    }

    private static string About(string topic) => topic.StartsWith("cancelled", StringComparison.Ordinal) ? "it will not take place" : "it changed";

    private static string Became(UnreachedPerson person, bool hasStopped) => person.State switch
    {
        "planned" => "about to be told",
        "due" => "to be sent",
        "sent" => "sent, not known to have arrived",
        "delivered" => "no person listened",
        "cancelled" => hasStopped ? "they want no messages" : "not sent",
        "failed" => "it failed",
        var other => other,
    };
}
