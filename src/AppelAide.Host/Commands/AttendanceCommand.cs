using System.CommandLine;
using AppelAide.Host.Trainings.Desk;

namespace AppelAide.Host.Commands;

/// <summary><c>training attendance</c>: who came.</summary>
internal static class AttendanceCommand
{
    /// <summary>The verb, under <c>training</c>.</summary>
    public static Command Create()
    {
        var id = TrainingArguments.Session();
        var present = new Option<string[]>("--present") { Description = "Codes of who came.", HelpName = "142,371" };
        var absent = new Option<string[]>("--absent") { Description = "Codes of who did not.", HelpName = "142,371" };
        var all = new Option<bool>("--all-present") { Description = "Everybody with a seat came, but for --absent." };
        var file = new Option<string?>("--file") { Description = "A table with the columns code and attendance (present or absent), such as an export that was filled in.", HelpName = "list.csv" };
        var command = new Command("attendance", "Note who came, from the day of the session on; whole or not at all. Noted again, it is corrected.") { id, present, absent, all, file };
        command.Validators.Add(result =>
        {
            var isByCode = result.GetValue(all) || Codes(result.GetValue(present)).Count > 0 || Codes(result.GetValue(absent)).Count > 0;
            if (isByCode == (result.GetValue(file) is not null)) result.AddError("Say who came with --present, --absent or --all-present, or with a --file.");
        });
        command.SetAction((parsed, ct) => TrainingArguments.WithSessionAsync(
            parsed.GetValue(id)!,
            async (services, session) =>
            {
                var sheet = new AttendanceSheet(Codes(parsed.GetValue(present)), Codes(parsed.GetValue(absent)), parsed.GetValue(all));
                if (parsed.GetValue(file) is { } path)
                {
                    var (read, mistakes) = AttendanceFile.Read(path);
                    if (read is null) return await TrainingArguments.RefuseAsync(mistakes);
                    sheet = read;
                }

                var marks = await services.GetRequiredService<AttendanceDesk>().NoteAsync(session, sheet, ct);
                if (marks.Mistakes.Count > 0) return await TrainingArguments.RefuseAsync(marks.Mistakes);
                TrainingArguments.Write(FormattableString.Invariant($"{session.Id}: {marks.Present.Values.Count(came => came)} present, {marks.Present.Values.Count(came => !came)} absent."));
                return true;
            },
            ct));
        return command;
    }

    private static List<string> Codes(string[]? given) =>
        [.. (given ?? []).SelectMany(text => text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).Distinct()];
}
