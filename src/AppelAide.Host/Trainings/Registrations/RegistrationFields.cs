using System.Collections.Immutable;
using System.Globalization;
using AppelAide.Host.Conversations;
using AppelAide.Host.Directory;

namespace AppelAide.Host.Trainings.Registrations;

/// <summary>A registration as dialogues and messages name its parts: its session's, and its own.</summary>
internal sealed class RegistrationFields(DirectorySource directory, LineClock clock)
{
    /// <summary>Every field, with a long value for the checker.</summary>
    public static ImmutableDictionary<string, string> Examples { get; } = SessionFields.Examples.AddRange(new Dictionary<string, string>
    {
        ["id"] = "123456",
        ["code"] = "472",
        ["state"] = "registered",
        ["name"] = "Marie-Antoinette Desrosiers-Tremblay",
        ["until"] = "2026-12-23T17:30",
        ["tail"] = "42",
        ["relative"] = "yes",
        ["waiting"] = "yes",
    });

    /// <summary>The fields of a registration; empty when its session is no longer in the directory.</summary>
    public ImmutableDictionary<string, string> Of(Registration registration)
    {
        var snapshot = directory.Current;
        if (snapshot.SessionsById.GetValueOrDefault(registration.SessionId) is not { } session) return ImmutableDictionary<string, string>.Empty;
        var fields = SessionFields.Of(session, snapshot);
        fields["id"] = registration.Id.ToString(CultureInfo.InvariantCulture);
        fields["code"] = registration.Code;
        fields["state"] = registration.State;
        fields["name"] = registration.Name;
        fields["until"] = registration.OfferedUntil is { } until ? clock.ToLocal(until).ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture) : "";
        fields["tail"] = registration.Tail;
        fields["relative"] = registration.NameKey.Length > 0 ? "yes" : "";
        fields["waiting"] = registration.State == Registration.Waiting ? "yes" : "";
        return fields.ToImmutable();
    }
}
