namespace AppelAide.Host.Trainings.Messages;

/// <summary>What somebody was told of a change of their session.</summary>
internal sealed record Notice
{
    /// <summary>Their registration.</summary>
    public required long RegistrationId { get; init; }

    /// <summary>What they were told.</summary>
    public required string Topic { get; init; }

    /// <summary>How often they were tried.</summary>
    public int Tries { get; init; }

    /// <summary>When they received or heard it, or staff told them; null when it is not known that they did.</summary>
    public DateTimeOffset? ReachedAt { get; init; }

    /// <summary>What became of the last message: <c>due</c>, <c>sent</c>, <c>delivered</c>, <c>failed</c> or <c>cancelled</c>.</summary>
    public string State { get; init; } = "";

    /// <summary><c>sms</c> or <c>call</c>.</summary>
    public string Kind { get; init; } = "";
}
