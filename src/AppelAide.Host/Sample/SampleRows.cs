using AppelAide.Host.Directory.Hsds;
using AppelAide.Host.Sheets;

namespace AppelAide.Host.Sample;

/// <summary>The sample as rows of the database's tables; each row an object whose members carry the names of the insert's parameters.</summary>
internal sealed class SampleRows
{
    public List<object> Places { get; } = [];

    /// <summary>Organizations, locations, services and what belongs to them, as records of the standard.</summary>
    public List<HsdsRecord> Records { get; } = [];

    public List<object> Trainings { get; } = [];

    public List<object> Sessions { get; } = [];

    public List<object> Consultations { get; } = [];

    public List<object> Questions { get; } = [];

    public List<FactSheet> Sheets { get; } = [];
}
