namespace AppelAide.Host.Trainings.Calendar;

/// <summary>What stands between BEGIN and END (RFC 5545, 3.6).</summary>
/// <param name="Name">In capitals: VEVENT.</param>
/// <param name="Line">Where it begins.</param>
internal sealed record CalendarComponent(string Name, int Line)
{
    /// <summary>Its lines, in their order.</summary>
    public List<ContentLine> Lines { get; } = [];

    /// <summary>What is within it.</summary>
    public List<CalendarComponent> Children { get; } = [];

    /// <summary>The first property of a name.</summary>
    public ContentLine? Find(string name) => Lines.Find(line => line.Name == name);

    /// <summary>All properties of a name.</summary>
    public IEnumerable<ContentLine> All(string name) => Lines.Where(line => line.Name == name);

    /// <summary>The text of a property; empty when it is not there.</summary>
    public string Text(string name) => Find(name)?.Text ?? "";
}
