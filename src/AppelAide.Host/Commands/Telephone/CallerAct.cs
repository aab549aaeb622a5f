using AppelAide.Dialogue.Inputs;

namespace AppelAide.Host.Commands.Telephone;

/// <summary>What the person at the terminal does when it is their turn.</summary>
/// <param name="Input">What the line hears; null to hang up.</param>
/// <param name="Typed">As it was typed.</param>
/// <param name="Seconds">How long it takes on the line.</param>
internal sealed record CallerAct(CallerInput? Input, string Typed, double Seconds)
{
    /// <summary>Hangs up.</summary>
    public static CallerAct HangUp { get; } = new(null, "", 0);
}
