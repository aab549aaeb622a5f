namespace AppelAide.Host.Directory.Hours;

/// <summary>A stretch of a day.</summary>
/// <param name="From">Minutes after midnight.</param>
/// <param name="To">Minutes after that same midnight: beyond 1440 when it ends the next day.</param>
internal readonly record struct Stretch(int From, int To)
{
    public static Stretch WholeDay { get; } = new(0, HoursNotation.MinutesADay);
}
