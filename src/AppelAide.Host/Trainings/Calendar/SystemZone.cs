namespace AppelAide.Host.Trainings.Calendar;

/// <summary>A time zone that the machine knows: its rules are newer and go further back than those a file brings along.</summary>
internal sealed class SystemZone(TimeZoneInfo zone) : CalendarZone
{
    public override DateTimeOffset Moment(DateTime local) => SessionTime.Moment(DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local), zone);

    public override bool Skips(DateTime local) => zone.IsInvalidTime(local);
}
