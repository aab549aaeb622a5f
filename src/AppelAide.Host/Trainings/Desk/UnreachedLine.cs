using AppelAide.Host.Trainings.Messages;
using AppelAide.Host.Trainings.Registrations;

namespace AppelAide.Host.Trainings.Desk;

/// <summary>Somebody whom staff have to find.</summary>
/// <param name="Person">What they do not know yet, and how the line tried to tell them.</param>
/// <param name="Registration">Their registration.</param>
internal sealed record UnreachedLine(UnreachedPerson Person, Registration Registration);
