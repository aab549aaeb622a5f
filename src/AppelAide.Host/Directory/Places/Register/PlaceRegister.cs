using System.Collections.Immutable;

namespace AppelAide.Host.Directory.Places.Register;

/// <summary>The official register, read without a defect.</summary>
/// <param name="Places">In the order of the file.</param>
/// <param name="Skipped">What is no place yet, and why, as it is told.</param>
internal sealed record PlaceRegister(ImmutableArray<RegisteredPlace> Places, ImmutableArray<string> Skipped);
