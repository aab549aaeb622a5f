using System.Globalization;
using AppelAide.Host.Directory.Hsds;

namespace AppelAide.Host.Trainings.Calendar.Import;

/// <summary>What an import changed, or would change.</summary>
internal sealed record CalendarImportReport
{
    public int TrainingsAdded { get; init; }

    public int TrainingsChanged { get; init; }

    public int TrainingsUnchanged { get; init; }

    /// <summary>Trainings that the file no longer has, and whose sessions were cancelled.</summary>
    public int TrainingsRetired { get; init; }

    public int SessionsAdded { get; init; }

    /// <summary>Sessions whose time, place or title is another; those who registered are told.</summary>
    public int SessionsChanged { get; init; }

    public int SessionsCancelled { get; init; }

    /// <summary>Sessions that had been cancelled and take place after all.</summary>
    public int SessionsReturned { get; init; }

    public int SessionsUnchanged { get; init; }

    /// <summary>Dates of the last year, which are left as they are.</summary>
    public int Past { get; init; }

    /// <summary>What was found wrong.</summary>
    public DefectList Defects { get; init; } = new();

    /// <summary>Whether nothing was written because the file, or what was asked, cannot be relied on.</summary>
    public bool IsRefused { get; init; }

    /// <summary>Whether it only says what would happen.</summary>
    public bool IsTrial { get; init; }

    /// <summary>Whether anything was, or would be, written that citizens hear of.</summary>
    public bool IsAnything => TrainingsAdded + TrainingsChanged + SessionsAdded + SessionsChanged + SessionsCancelled + SessionsReturned > 0;

    /// <summary>The report as lines of text.</summary>
    public IEnumerable<string> Lines()
    {
        if (Defects.Count > 0)
            yield return string.Create(CultureInfo.InvariantCulture, $"{Defects.Count:N0} defects; {Defects.Dropped:N0} times something was left out because of one:");
        foreach (var defect in Defects.Kept)
            yield return "  " + defect;
        if (Defects.Count > Defects.Kept.Count)
            yield return string.Create(CultureInfo.InvariantCulture, $"  … and {Defects.Count - Defects.Kept.Count:N0} more.");
        if (IsRefused)
        {
            yield return IsTrial ? "It would be refused: nothing would be imported." : "Nothing was imported.";
            yield break;
        }

        var would = IsTrial ? "would be " : "";
        yield return string.Create(
            CultureInfo.InvariantCulture,
            $"Trainings: {TrainingsAdded:N0} {would}added, {TrainingsChanged:N0} changed, {TrainingsRetired:N0} retired, {TrainingsUnchanged:N0} as they were.");
        yield return string.Create(
            CultureInfo.InvariantCulture,
            $"Sessions: {SessionsAdded:N0} {would}added, {SessionsChanged:N0} changed, {SessionsCancelled:N0} cancelled, {SessionsReturned:N0} planned again, {SessionsUnchanged:N0} as they were.");
        if (Past > 0)
            yield return string.Create(CultureInfo.InvariantCulture, $"{Past:N0} in the past, left out.");
    }
}
