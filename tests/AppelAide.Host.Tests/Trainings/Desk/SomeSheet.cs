using AppelAide.Host.Directory;
using AppelAide.Host.Trainings;
using AppelAide.Host.Trainings.Desk;
using AppelAide.Host.Trainings.Registrations;

namespace AppelAide.Host.Tests.Trainings.Desk;

/// <summary>A session with whoever a test wants in it.</summary>
internal static class SomeSheet
{
    public static SessionSheet Of(params Registration[] rows) => Of("Ma tablette, pas à pas", rows);

    public static SessionSheet Of(string title, params Registration[] rows)
    {
        var location = new Location("vague", "Bibliothèque de la Vague", "2, rue du Signet, Gaspé", "", null, null);
        var training = new Training("tablet", new(title, "My tablet"), "tablet", "fr", location, 0, Bilingual.Empty, 2);
        var start = new DateTimeOffset(2026, 12, 8, 13, 30, 0, TimeSpan.FromHours(-5));
        return new(new("tablet-1", training, new(2026, 12, 8), new(13, 30), new(15, 30), start, start.AddHours(2)), "Gaspé", rows);
    }

    public static Registration Person(int number, string name = "", string state = Registration.Registered, string? attendance = null, string tail = "42", string? recording = null) => new()
    {
        Id = number,
        SessionId = "tablet-1",
        CallerId = number,
        ContactId = number,
        Name = name,
        Code = $"{100 + number}",
        State = state,
        Attendance = attendance,
        Tail = tail,
        NameRecording = recording,
        RegisteredAt = new(2026, 12, 1, 9, 0, number % 60, TimeSpan.Zero),
    };
}
