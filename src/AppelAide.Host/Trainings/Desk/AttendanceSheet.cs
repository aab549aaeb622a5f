using AppelAide.Host.Trainings.Registrations;

namespace AppelAide.Host.Trainings.Desk;

/// <summary>What staff say of who came: by the codes of the roster.</summary>
/// <param name="Present">Codes of who came.</param>
/// <param name="Absent">Codes of who did not.</param>
/// <param name="OthersCame">Whether everybody else with a seat came.</param>
internal sealed record AttendanceSheet(IReadOnlyList<string> Present, IReadOnlyList<string> Absent, bool OthersCame)
{
    /// <summary>Compares it with who is registered. Who waited, or had given the seat back, may have come all the same; absent is only who had a seat.</summary>
    public AttendanceMarks Read(IReadOnlyList<Registration> rows)
    {
        var byCode = rows.ToDictionary(row => row.Code, StringComparer.Ordinal);
        var (marks, mistakes) = (new Dictionary<long, bool>(), new List<string>());
        foreach (var code in Present.Concat(Absent).Distinct().Where(code => !byCode.ContainsKey(code)))
            mistakes.Add($"Nobody in this session has the code \"{code}\".");
        foreach (var code in Present.Intersect(Absent)) mistakes.Add($"{code} cannot be both present and absent.");
        foreach (var code in Absent.Distinct())
        {
            if (byCode.TryGetValue(code, out var row) && row.State != Registration.Registered)
                mistakes.Add($"{code} has no seat ({row.State}), and so is not absent.");
        }

        if (mistakes.Count > 0) return new(marks, mistakes);
        foreach (var code in Present) marks[byCode[code].Id] = true;
        foreach (var code in Absent) marks[byCode[code].Id] = false;
        if (OthersCame)
        {
            foreach (var row in rows.Where(row => row.State == Registration.Registered)) marks.TryAdd(row.Id, true);
        }

        return new(marks, mistakes);
    }
}
