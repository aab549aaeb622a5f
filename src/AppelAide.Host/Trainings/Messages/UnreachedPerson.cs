namespace AppelAide.Host.Trainings.Messages;

/// <summary>Somebody who does not know yet that their session changed or will not take place.</summary>
internal sealed record UnreachedPerson
{
    /// <summary>Their registration.</summary>
    public required long RegistrationId { get; init; }

    /// <summary>The session.</summary>
    public required string SessionId { get; init; }

    /// <summary>What they were to be told.</summary>
    public required string Topic { get; init; }

    /// <summary>The name of the roster; empty when not given.</summary>
    public string Name { get; init; } = "";

    /// <summary>The last two digits of the telephone.</summary>
    public string Tail { get; init; } = "";

    /// <summary>How often they were tried.</summary>
    public int Tries { get; init; }

    /// <summary>What became of the last message: <c>due</c>, <c>sent</c>, <c>delivered</c> to a machine, <c>failed</c>, <c>cancelled</c>; <c>planned</c> when the line has yet to tell them.</summary>
    public string State { get; init; } = "";
}
