namespace AppelAide.Host.Tests.Trainings.Month;

/// <summary>A registration as the simulation keeps it: what the citizen was told of it.</summary>
internal sealed class ModelSeat
{
    public required ModelSession Session { get; init; }

    public required Citizen Caller { get; init; }

    /// <summary>Whose telephone is told.</summary>
    public required Citizen Contact { get; set; }

    /// <summary>Of a relative; empty for oneself.</summary>
    public required string Name { get; init; }

    public string Code { get; set; } = "";

    public string State { get; private set; } = "";

    public int Offers { get; set; }

    public DateTimeOffset RegisteredAt { get; set; }

    /// <summary>When the seat became theirs.</summary>
    public DateTimeOffset SeatedAt { get; private set; }

    public DateTimeOffset? Until { get; set; }

    public string? Attendance { get; set; }

    /// <summary>The states, in order.</summary>
    public List<string> Path { get; } = [];

    /// <summary>What was told, each once, by topic.</summary>
    public Dictionary<string, ModelMessage> Told { get; } = [];

    public bool HoldsSeat => State is "registered" or "offered";

    public bool CanBeAsked => Contact is { IsStopped: false, Phone.Length: > 0 } && Offers < 2;

    public void Become(string state, DateTimeOffset now, DateTimeOffset? until = null)
    {
        (State, Until) = (state, until);
        Path.Add(state);
        if (state == "registered") SeatedAt = now;
    }

    public override string ToString() => $"{Session.Id} no {Code}, {State} ({string.Join(" > ", Path)}), citizen {Caller.No}{(Name.Length > 0 ? $" for {Name}" : "")}, contact {Contact.No}";
}
