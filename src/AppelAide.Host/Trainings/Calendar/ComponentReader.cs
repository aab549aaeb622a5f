namespace AppelAide.Host.Trainings.Calendar;

/// <summary>Puts the lines of a calendar into its components.</summary>
internal static class ComponentReader
{
    // A calendar, an event, an alarm; what is deeper is no calendar.
    private const int Deepest = 8;

    /// <summary>The calendars of a text, and whether the text is whole: one that was cut off must not be taken for one that lost its events.</summary>
    public static (List<CalendarComponent> Calendars, bool IsWhole) Read(string text, CalendarDefects defects)
    {
        var calendars = new List<CalendarComponent>();
        var open = new Stack<CalendarComponent>();
        var (tooDeep, isWhole) = (0, true);
        foreach (var line in ContentLines.Read(text, defects))
        {
            if (line.Name == "BEGIN")
            {
                if (tooDeep > 0 || open.Count == Deepest)
                {
                    if (tooDeep++ == 0)
                        defects.Add(line.Number, "BEGIN", $"is within {Deepest} others: no calendar is", dropped: true);
                    continue;
                }

                open.Push(new(line.Text.ToUpperInvariant(), line.Number));
            }
            else if (line.Name == "END")
            {
                if (tooDeep > 0)
                    tooDeep--;
                else
                    Close(line);
            }
            else if (tooDeep == 0)
            {
                if (open.TryPeek(out var within))
                    within.Lines.Add(line);
                else
                    defects.Add(line.Number, line.Name, "stands outside BEGIN:VCALENDAR and END:VCALENDAR", dropped: true);
            }
        }

        foreach (var component in open)
        {
            defects.Add(component.Line, "BEGIN", $"{CalendarDefects.Short(component.Name)} is never ended: the file may have been cut off", dropped: true);
            isWhole = false;
        }

        if (calendars.Count == 0 && isWhole)
        {
            defects.Add(0, "", "is no calendar: it has no BEGIN:VCALENDAR", dropped: true);
            isWhole = false;
        }

        return (calendars, isWhole);

        void Close(ContentLine line)
        {
            var name = line.Text.ToUpperInvariant();
            if (!open.Any(component => component.Name == name))
            {
                defects.Add(line.Number, "END", $"\"{CalendarDefects.Short(name)}\" was not begun", dropped: true);
                return;
            }

            while (open.TryPop(out var component))
            {
                var isMeant = component.Name == name;
                if (!isMeant)
                    defects.Add(component.Line, "BEGIN", $"{CalendarDefects.Short(component.Name)} is not ended before line {line.Number}", dropped: true);
                else if (open.TryPeek(out var within))
                    within.Children.Add(component);
                else if (name == "VCALENDAR")
                    calendars.Add(component);
                else
                    defects.Add(component.Line, "BEGIN", $"{CalendarDefects.Short(name)} stands outside a VCALENDAR", dropped: true);
                if (isMeant) return;
            }
        }
    }
}
