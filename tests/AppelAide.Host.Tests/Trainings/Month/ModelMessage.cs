namespace AppelAide.Host.Tests.Trainings.Month;

/// <summary>Something that somebody is to be told of a registration, and what became of it.</summary>
internal sealed class ModelMessage
{
    public required ModelSeat Seat { get; init; }

    public required string Topic { get; init; }

    /// <summary>When the line decided it.</summary>
    public required DateTimeOffset At { get; init; }

    public required Citizen To { get; init; }

    /// <summary>Its number in the outbox; of one that is told again, the latest.</summary>
    public long Id { get; set; }

    /// <summary>due, sent, delivered, failed or cancelled.</summary>
    public string State { get; set; } = "due";

    public int Attempts { get; set; }

    /// <summary>Texts of it that the provider refused at once: attempts too.</summary>
    public int Refusals { get; set; }

    /// <summary>How often it was begun anew.</summary>
    public int Tries { get; set; } = 1;

    public DateTimeOffset EndedAt { get; set; }

    public bool WasCall { get; set; }

    public DateTimeOffset? SentAt { get; set; }

    /// <summary>A person received or heard it.</summary>
    public bool Reached { get; set; }

    public bool Answered { get; set; }

    public bool Asks => Topic.StartsWith("reminder", StringComparison.Ordinal) || Topic.StartsWith("offer", StringComparison.Ordinal) || ChangeAsks;

    /// <summary>A change asks those who have a seat.</summary>
    public bool ChangeAsks { get; init; }

    public bool IsOffer => Topic.StartsWith("offer", StringComparison.Ordinal);

    public bool IsNotice => Topic.StartsWith("changed", StringComparison.Ordinal) || Topic.StartsWith("cancelled", StringComparison.Ordinal);
}
