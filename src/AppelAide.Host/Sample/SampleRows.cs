namespace AppelAide.Host.Sample;

/// <summary>The sample as rows of the database's tables; each row an object whose members carry the names of the insert's parameters.</summary>
internal sealed class SampleRows
{
    public List<object> Places { get; } = [];

    public List<object> Organizations { get; } = [];

    public List<object> Locations { get; } = [];

    public List<object> Services { get; } = [];

    public List<object> Needs { get; } = [];

    public List<object> Phones { get; } = [];

    public List<object> Sites { get; } = [];

    public List<object> Schedules { get; } = [];

    public List<object> Trainings { get; } = [];

    public List<object> Sessions { get; } = [];

    public List<object> Consultations { get; } = [];

    public List<object> Questions { get; } = [];
}
