namespace AppelAide.Host.Calls.Queue;

/// <summary>What somebody wants to do about a call-back.</summary>
/// <param name="Action">One of <see cref="QueueActions"/>.</param>
/// <param name="Version">The version that they saw.</param>
/// <param name="Note">What they wrote; may be empty.</param>
/// <param name="Once">The word of the form.</param>
internal sealed record QueueAct(string Action, int Version, string Note, string Once)
{
    /// <summary>One of <see cref="QueueOutcomes"/>, when it is done.</summary>
    public string Outcome { get; init; } = "";

    /// <summary>Whom it is passed on to.</summary>
    public (long Id, string Name)? To { get; init; }

    /// <summary>Whether they take what a colleague has, and know it.</summary>
    public bool Knowingly { get; init; }
}
