using AppelAide.Host.Directory;

namespace AppelAide.Host.Trainings;

/// <summary>A training that can be given many times.</summary>
/// <param name="Id">Its identifier.</param>
/// <param name="Title">Its title.</param>
/// <param name="Topic">What it is about, as scripts and staff filter it.</param>
/// <param name="Language">The languages it is given in: <c>fr</c>, <c>en</c>, or both.</param>
/// <param name="Location">Where it is given.</param>
/// <param name="Cost">Dollars; 0 is free.</param>
/// <param name="Bring">What to bring; empty for nothing.</param>
/// <param name="Seats">How many may register for each session; null is unlimited.</param>
internal sealed record Training(string Id, Bilingual Title, string Topic, string Language, Location Location, decimal Cost, Bilingual Bring, int? Seats);
