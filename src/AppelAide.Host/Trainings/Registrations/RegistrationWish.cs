namespace AppelAide.Host.Trainings.Registrations;

/// <summary>Somebody wants a seat.</summary>
internal sealed record RegistrationWish
{
    /// <summary>In which session.</summary>
    public required string SessionId { get; init; }

    /// <summary>Whose telephone asks.</summary>
    public required long CallerId { get; init; }

    /// <summary>Whose telephone is to be told.</summary>
    public required long ContactId { get; init; }

    /// <inheritdoc cref="Registration.Name"/>
    public string Name { get; init; } = "";

    /// <inheritdoc cref="Registration.NameKey"/>
    public string NameKey { get; init; } = "";

    /// <inheritdoc cref="Registration.NameRecording"/>
    public string? NameRecording { get; init; }

    /// <summary>The conversation; 0 when staff register.</summary>
    public long ConversationNo { get; init; }

    /// <summary>Whether they come on the waitlist when no seat is left.</summary>
    public bool Waits { get; init; }

    /// <summary>Whether they get a seat though none is left: staff decide so, knowingly.</summary>
    public bool Overbooks { get; init; }

    /// <summary><c>citizen</c> or <c>staff</c>.</summary>
    public string DoneBy { get; init; } = "citizen";
}
