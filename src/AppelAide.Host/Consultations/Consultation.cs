using System.Collections.Immutable;
using AppelAide.Host.Directory;

namespace AppelAide.Host.Consultations;

/// <summary>Questions that somebody asks the public, for a time.</summary>
/// <param name="Id">Its identifier.</param>
/// <param name="Title">Its title.</param>
/// <param name="By">Who asks.</param>
/// <param name="Minutes">How long it takes, in minutes.</param>
/// <param name="OpensOn">The first day on which it may be answered.</param>
/// <param name="ClosesOn">The last day.</param>
/// <param name="Questions">In order, numbered from 1.</param>
internal sealed record Consultation(
    string Id,
    Bilingual Title,
    Bilingual By,
    int Minutes,
    DateOnly OpensOn,
    DateOnly ClosesOn,
    ImmutableArray<ConsultationQuestion> Questions)
{
    public bool IsOpenOn(DateOnly day) => OpensOn <= day && day <= ClosesOn;
}
