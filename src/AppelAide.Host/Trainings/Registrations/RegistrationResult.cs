using System.Collections.Immutable;

namespace AppelAide.Host.Trainings.Registrations;

/// <summary>What became of a wish to register, or of an answer.</summary>
/// <param name="Status">What became of it.</param>
/// <param name="Registration">As it stands now; null when there is none.</param>
/// <param name="Position">On the waitlist, from 1: theirs, or the one they would have; 0 with a seat.</param>
internal readonly record struct RegistrationResult(RegistrationStatus Status, Registration? Registration, int Position = 0)
{
    /// <summary>Whether they will be reminded the day before: not of a session that comes too soon, nor when they want no messages.</summary>
    public bool IsReminded { get; init; }

    /// <summary>The fields that commands of registration share, each with a long value for the checker.</summary>
    public static ImmutableDictionary<string, string> Examples { get; } = new Dictionary<string, string>
    {
        ["status"] = "registered",
        ["id"] = "123456",
        ["code"] = "472",
        ["position"] = "12",
        ["named"] = "yes",
        ["tail"] = "42",
        ["reminder"] = "yes",
    }.ToImmutableDictionary();

    /// <summary>The fields of a command's answer.</summary>
    public ImmutableDictionary<string, string> Fields() => ImmutableDictionary<string, string>.Empty
        .Add("status", Status switch
        {
            RegistrationStatus.Registered => "registered",
            RegistrationStatus.Waiting => "waiting",
            RegistrationStatus.Full => "full",
            RegistrationStatus.Already => "already",
            RegistrationStatus.AlreadyWaiting => "already-waiting",
            RegistrationStatus.Cancelled => "cancelled",
            _ => "gone",
        })
        .Add("id", Registration is { } row ? FormattableString.Invariant($"{row.Id}") : "")
        .Add("code", Registration?.Code ?? "")
        .Add("position", Position > 0 ? FormattableString.Invariant($"{Position}") : "")
        .Add("named", Registration is { Name: "", NameRecording: null } or null ? "" : "yes")
        .Add("tail", Registration?.Tail ?? "")
        .Add("reminder", IsReminded ? "yes" : "");
}
