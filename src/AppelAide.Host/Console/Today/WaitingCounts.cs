namespace AppelAide.Host.Console.Today;

/// <summary>What waits for somebody of the staff.</summary>
/// <param name="Callbacks">People who were promised a call, or left a message.</param>
/// <param name="Late">Of those, whose time has passed.</param>
/// <param name="Reports">Records that citizens say are wrong.</param>
/// <param name="Unreached">People whom a change of their training has not reached.</param>
internal sealed record WaitingCounts(long Callbacks, long Late, long Reports, long Unreached);
