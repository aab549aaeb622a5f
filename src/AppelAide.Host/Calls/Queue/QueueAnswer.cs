namespace AppelAide.Host.Calls.Queue;

/// <summary>What came of an act.</summary>
internal enum QueueAnswer
{
    /// <summary>It is written; or it was, by the same form.</summary>
    Done,

    /// <summary>There is no such item.</summary>
    Unknown,

    /// <summary>Somebody did something meanwhile: nothing is written.</summary>
    Changed,

    /// <summary>A colleague has it in hand: nothing is written.</summary>
    Held,

    /// <summary>It is done already, or waits still: there is nothing to do so.</summary>
    Settled,
}
