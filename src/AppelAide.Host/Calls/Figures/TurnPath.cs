namespace AppelAide.Host.Calls.Figures;

/// <summary>Reads the way through the dialogue that a turn keeps as one line: nodes, and marks of what came of it.</summary>
internal static class TurnPath
{
    /// <summary>The nodes entered, in order.</summary>
    public static IEnumerable<string> Nodes(string? events) => Words(events).Where(word => word[0] is not ('=' or '@' or '+' or '!'));

    /// <summary>Whether something useful was obtained.</summary>
    public static bool HasOutcome(string? events) => Words(events).Any(word => word[0] == '=');

    private static string[] Words(string? events) => events?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [];
}
