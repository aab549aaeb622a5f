namespace AppelAide.Host.Directory.Hours;

/// <summary>
/// Gives doors that keep the same hours the same <see cref="OpeningHours"/>, so that a hundred thousand services cost the memory of a few
/// thousand. Lives as long as a load; not safe for two threads.
/// </summary>
internal sealed class OpeningHoursCache
{
    private readonly Dictionary<HashSet<ScheduleRule>, OpeningHours> known = new(HashSet<ScheduleRule>.CreateSetComparer());

    /// <summary>How many different hours there are.</summary>
    public int Count => known.Count;

    /// <inheritdoc cref="OpeningHours.From"/>
    public OpeningHours From(IEnumerable<ScheduleRule> rows)
    {
        var set = new HashSet<ScheduleRule>(rows);
        if (set.Count == 0)
            return OpeningHours.Unknown;
        if (!known.TryGetValue(set, out var hours))
            known.Add(set, hours = OpeningHours.From(set));
        return hours;
    }
}
