using System.Reflection;
using System.Text.RegularExpressions;
using AppelAide.Dialogue.Engine;
using AppelAide.Host.Conversations;

namespace AppelAide.Host.Tests;

/// <summary>The walls of the house: which part knows of which, read from the compiled code.</summary>
public class ArchitectureTests
{
    private const string Host = "AppelAide.Host";
    private static readonly Assembly DialogueAssembly = typeof(DialogueEngine).Assembly;
    private static readonly Lazy<IReadOnlySet<(string From, string To)>> Rooms = new(FindRooms);

    [Fact]
    public void The_engine_knows_the_base_library_and_YAML_alone() => Assert.All(
        DialogueAssembly.GetReferencedAssemblies(),
        reference => Assert.Matches("^(System\\..*|YamlDotNet)$", reference.Name));

    [Fact]
    public void The_engine_touches_no_clock_file_network_or_chance()
    {
        // An iterator that the compiler writes asks which thread it is on.
        var forbidden = new Regex(
            "^System\\.(DateTime|DateTimeOffset)\\.get_(Now|UtcNow|Today)$|^System\\.(TimeProvider|Random|Console)\\.|^System\\.Environment\\.(?!get_CurrentManagedThreadId$)|^System\\.Guid\\.NewGuid$"
            + "|^System\\.IO\\.(File|Directory|Path|Stream|Drive|Pipes)|^System\\.(Net|Data|Threading\\.(Thread|Timer|Tasks)|Diagnostics\\.(Process|Stopwatch))\\.");
        Assert.Empty(
            from type in DialogueAssembly.GetTypes()
            from member in CodeReader.MembersUsed(type)
            let name = $"{member.DeclaringType?.FullName}.{member.Name}"
            where forbidden.IsMatch(name)
            select $"{type.FullName} uses {name}");
    }

    [Fact]
    public void The_engine_gives_and_takes_values_alone() => Assert.Empty(
        from type in DialogueAssembly.GetExportedTypes()
        from used in CodeReader.TypesInSignatures(type)
        where typeof(Stream).IsAssignableFrom(used) || typeof(Task).IsAssignableFrom(used) || used == typeof(TimeProvider) || used == typeof(FileInfo)
        select $"{type.FullName} shows {used.FullName}");

    [Theory]
    [InlineData("Voice", "Sms")]
    [InlineData("Sms", "Voice")]
    [InlineData("Voice", "Console")]
    [InlineData("Sms", "Console")]
    [InlineData("Conversations", "Voice")]
    [InlineData("Conversations", "Console")]
    [InlineData("Directory", "Voice")]
    [InlineData("Directory", "Sms")]
    [InlineData("Trainings", "Voice")]
    [InlineData("Trainings", "Sms")]
    [InlineData("Consultations", "Voice")]
    [InlineData("Consultations", "Sms")]
    [InlineData("Referrals", "Voice")]
    [InlineData("Referrals", "Sms")]
    [InlineData("Callers", "Voice")]
    [InlineData("Callers", "Sms")]
    public void A_room_that_does_not_know_another(string from, string to) => Assert.DoesNotContain((from, to), Rooms.Value);

    [Fact]
    public void Persistence_knows_no_feature() => Assert.Empty(Rooms.Value.Where(pair => pair.From == "Persistence" && pair.To is not "Persistence").Select(pair => pair.To));

    [Fact]
    public void Only_the_rooms_that_speak_with_Twilio_know_it()
    {
        string[] speaking = ["", "Commands", "Conversations", "Health", "Outbox", "Recordings", "Sms", "Twilio", "Voice"];
        Assert.Empty(Rooms.Value.Where(pair => pair.To == "Twilio").Select(pair => pair.From).Except(speaking));
    }

    [Fact]
    public void Twilio_s_room_knows_no_other() => Assert.Empty(
        Rooms.Value.Where(pair => pair.From == "Twilio" && pair.To is not ("" or "Twilio")).Select(pair => pair.To));

    [Fact]
    public void A_wall_would_be_seen_if_it_were_crossed()
    {
        // What is known to be there is found: the readers above are not blind.
        Assert.Contains(("Voice", "Conversations"), Rooms.Value);
        Assert.Contains(("Sms", "Conversations"), Rooms.Value);
        Assert.Contains(("Voice", "Twilio"), Rooms.Value);
        Assert.Contains(("Conversations", "Persistence"), Rooms.Value);
        Assert.Contains(CodeReader.MembersUsed(typeof(LineClock)), member => member.Name == nameof(TimeProvider.GetUtcNow));
    }

    private static HashSet<(string From, string To)> FindRooms() =>
    [
        .. from type in typeof(LineClock).Assembly.GetTypes()
           let @from = RoomOf(type)
           where @from is not null
           from used in CodeReader.MembersUsed(type).Select(member => member as Type ?? member.DeclaringType).Concat(CodeReader.TypesInSignatures(type))
           where used?.Assembly == type.Assembly && RoomOf(used) is not null
           select (@from, RoomOf(used)!),
    ];

    /// <summary>The folder directly under the host; empty for the host's own; null for what is none of ours (the compiler's).</summary>
    private static string? RoomOf(Type type)
    {
        for (; type.DeclaringType is { } outer; type = outer)
        {
        }

        return type.Namespace switch
        {
            Host => "",
            { } space when space.StartsWith(Host + ".", StringComparison.Ordinal) => space[(Host.Length + 1)..].Split('.')[0],
            _ => null,
        };
    }
}
