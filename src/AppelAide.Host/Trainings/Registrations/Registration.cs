namespace AppelAide.Host.Trainings.Registrations;

/// <summary>Somebody has a seat in a session, is offered one, or waits for one.</summary>
internal sealed record Registration
{
    /// <summary>Has a seat.</summary>
    public const string Registered = "registered";

    /// <summary>A seat is kept for them until <see cref="OfferedUntil"/>.</summary>
    public const string Offered = "offered";

    /// <summary>Is on the waitlist.</summary>
    public const string Waiting = "waiting";

    /// <summary>Gave it back, or did not answer.</summary>
    public const string Cancelled = "cancelled";

    /// <summary>Its identifier.</summary>
    public required long Id { get; init; }

    /// <summary>The session.</summary>
    public required string SessionId { get; init; }

    /// <summary>Whose telephone registered.</summary>
    public required long CallerId { get; init; }

    /// <summary>Whose telephone is told: reminders, offers, changes.</summary>
    public required long ContactId { get; init; }

    /// <summary>In which conversation it was made; 0 when staff made it.</summary>
    public long ConversationNo { get; init; }

    /// <summary>The name for the roster; empty when not given.</summary>
    public string Name { get; init; } = "";

    /// <summary>Empty for the caller themself; of a relative, their name folded, to know the same person again.</summary>
    public string NameKey { get; init; } = "";

    /// <summary>The provider's name for the recording of the name; null when there is none.</summary>
    public string? NameRecording { get; init; }

    /// <summary>What the citizen is told, three digits.</summary>
    public required string Code { get; init; }

    /// <summary>One of the constants.</summary>
    public required string State { get; init; }

    /// <summary>Until when the seat is kept for them.</summary>
    public DateTimeOffset? OfferedUntil { get; init; }

    /// <summary>How often a seat was offered to them.</summary>
    public int Offers { get; init; }

    /// <summary><c>present</c> or <c>absent</c>; null until it is noted.</summary>
    public string? Attendance { get; init; }

    /// <summary>When they registered, or came on the waitlist.</summary>
    public required DateTimeOffset RegisteredAt { get; init; }

    /// <summary>Whether the telephone that is told wants no messages: it can be offered nothing.</summary>
    public bool Stopped { get; init; }

    /// <summary>The last two digits of the telephone that is told; empty when it is hidden.</summary>
    public string Tail { get; init; } = "";

    /// <summary>Whether a seat is theirs, or kept for them.</summary>
    public bool HoldsSeat => State is Registered or Offered;
}
