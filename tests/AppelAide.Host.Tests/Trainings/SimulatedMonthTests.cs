using AppelAide.Host.Tests.Trainings.Month;
using Xunit.Abstractions;

namespace AppelAide.Host.Tests.Trainings;

/// <summary>
/// A month with 500 citizens ends with every seat, every message and every attendance accounted for. The same seed gives the same month; another is tried
/// with <c>APPELAIDE_MONTH=7</c>.
/// </summary>
public sealed class SimulatedMonthTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(1)]
    public async Task A_month_is_accounted_for(int seed)
    {
        if (int.TryParse(Environment.GetEnvironmentVariable("APPELAIDE_MONTH"), out var other)) seed = other;
        await using var month = await SimulatedMonth.OpenAsync(seed);
        try
        {
            await month.RunAsync();
            await new MonthAudit(month).CloseAsync();
        }
        catch (Exception error)
        {
            throw new InvalidOperationException($"Seed {seed}, {month.Line.Now:yyyy-MM-dd HH:mm} UTC, {month.Line.Turns} turns, {Environment.CpuUsage.TotalTime.TotalSeconds:0} s of processor: {error.Message}", error);
        }

        Tell(seed, month);
    }

    private void Tell(int seed, SimulatedMonth month)
    {
        var seats = month.Model.Seats.ToList();
        output.WriteLine($"Seed {seed}: {month.People.All.Count()} telephones, {month.Line.Calls} calls, {month.Line.Texts} texts, {month.Line.Turns} turns; {Environment.CpuUsage.TotalTime.TotalSeconds:0} s of processor");
        output.WriteLine($"{month.Model.Sessions.Count} sessions, {seats.Count} registrations: {string.Join(", ", seats.GroupBy(seat => seat.State).Select(group => $"{group.Count()} {group.Key}").Order())}");
        output.WriteLine($"offers: {month.Model.Accepted} accepted, {month.Model.Declined} declined, {month.Model.Lapsed} lapsed; {month.Model.Messages.Count} messages written, {month.Deliveries.Handed} handed over; {month.Unreached} not reached");
        output.WriteLine($"attendance: {seats.Count(seat => seat.Attendance == "present")} present, {seats.Count(seat => seat.Attendance == "absent")} absent; staff: {string.Join("; ", month.Staff)}");
    }
}
