using System.Collections.Immutable;

namespace AppelAide.Host.Directory;

/// <summary>What of the directory citizens can find.</summary>
/// <param name="Services">Services that the line reads.</param>
/// <param name="Found">Of them, those that answer a need.</param>
/// <param name="UnknownTerms">The publishers' categories that stand for no need, with the services in each: the commonest first.</param>
/// <param name="HasSample">Whether the fictional sample is among them.</param>
internal sealed record DirectoryReach(int Services, int Found, ImmutableArray<(string Term, int Count)> UnknownTerms, bool HasSample);
