using AppelAide.Host.Trainings;
using AppelAide.Host.Trainings.Desk;
using AppelAide.Host.Trainings.Registrations;

namespace AppelAide.Host.Commands;

/// <summary>What became of what staff did for somebody, in a sentence.</summary>
internal static class RegistrationScreen
{
    /// <summary>Of a wish to register.</summary>
    public static (bool IsDone, string Sentence) Registered(DeskAnswer answer, TrainingSession session)
    {
        var row = answer.Result.Registration;
        return answer.Result.Status switch
        {
            RegistrationStatus.Registered => (true, $"{Who(row)} has a seat in {session.Id}: code {row!.Code}.{Over(answer.Plan)} {Reminder(answer.Result)}"),
            RegistrationStatus.Already => (true, $"{Who(row)} has a seat in {session.Id} already: code {row!.Code}."),
            RegistrationStatus.Waiting => (true, FormattableString.Invariant($"{Who(row)} waits for a seat in {session.Id}: number {answer.Result.Position} in line, code {row!.Code}.")),
            RegistrationStatus.AlreadyWaiting =>
                (true, FormattableString.Invariant($"{Who(row)} waits already: number {answer.Result.Position} in line, code {row!.Code}. Say --overbook to give a seat beyond its {answer.Plan?.Seats}.")),
            RegistrationStatus.Full => (false, $"{Full(answer.Plan, session)} Say --wait, or --overbook to give a seat beyond its {answer.Plan?.Seats}."),
            _ => (false, Gone(session)),
        };
    }

    /// <summary>Of a wish to give a seat back.</summary>
    public static (bool IsDone, string Sentence) Cancelled(DeskAnswer answer, TrainingSession session, string code) => answer.Before switch
    {
        null => (false, NoCode(session, code)),
        { State: Registration.Cancelled } row => (true, $"{Who(row)} had given {code} back already."),
        { State: Registration.Waiting } row => (true, $"{Who(row)} no longer waits for a seat in {session.Id}."),
        { } row => (true, $"{Who(row)} no longer has a seat in {session.Id}.{(answer.Plan is { Free: > 0 } plan && plan.Line.Any() ? " The line offers it to who waits." : "")}"),
    };

    /// <summary>Of a wish to move.</summary>
    public static (bool IsDone, string Sentence) Moved(DeskAnswer answer, TrainingSession from, TrainingSession to, string code)
    {
        if (answer.Before is not { } before) return (false, NoCode(from, code));
        if (before.State == Registration.Cancelled) return (false, $"{Who(before)} has given {code} back: register them in {to.Id} instead.");
        var row = answer.Result.Registration;
        return answer.Result.Status switch
        {
            RegistrationStatus.Registered => (true, $"{Who(before)} has a seat in {to.Id}, code {row!.Code}, and none in {from.Id}. {Reminder(answer.Result)}"),
            RegistrationStatus.Already => (true, $"{Who(before)} had a seat in {to.Id} already, code {row!.Code}, and none in {from.Id} now."),
            RegistrationStatus.Full or RegistrationStatus.AlreadyWaiting => (false, $"{Full(answer.Plan, to)} Nothing is changed."),
            _ => (false, $"{Gone(to)} Nothing is changed."),
        };
    }

    private static string Who(Registration? row) => row is null ? "" : SessionScreen.Who(row);

    private static string NoCode(TrainingSession session, string code) => $"Nobody in {session.Id} has the code \"{code}\"; see \"training show {session.Id}\".";

    private static string Gone(TrainingSession session) =>
        session.IsCancelled ? $"{session.Id} is cancelled." : $"{session.Id} has begun: {session.Date:yyyy-MM-dd} at {session.StartsAt:HH\\:mm}.";

    private static string Over(SeatPlan? plan) => plan is { Free: < 0 } ? FormattableString.Invariant($" That is {-plan.Free} more than its {plan.Seats}.") : "";

    private static string Full(SeatPlan? plan, TrainingSession session)
    {
        if (plan is null) return $"{session.Id} is full.";
        var (taken, waiting) = (plan.Rows.Count(row => row.HoldsSeat), plan.Line.Count());
        return plan.Free > 0
            ? FormattableString.Invariant($"The free seats of {session.Id} are for the {waiting} who wait.")
            : FormattableString.Invariant($"{session.Id} is full: {taken} of {plan.Seats} seats are taken{(waiting > 0 ? $", and {waiting} wait" : "")}.");
    }

    private static string Reminder(RegistrationResult result) => result.IsReminded ? "The line will remind them."
        : result.Registration is { Stopped: true } ? "They want no messages: the line will not remind them."
        : result.Registration is { Tail: "" } ? "Their number is hidden: the line cannot remind them."
        : "It is too soon for a reminder.";
}
