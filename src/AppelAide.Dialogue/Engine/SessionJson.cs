using System.Collections.Immutable;
using System.Text.Json;

namespace AppelAide.Dialogue.Engine;

/// <summary>
/// A session as JSON, by hand because it is written at every turn. Checkpoints keep only what differs from the variables that follow them.
/// </summary>
public static class SessionJson
{
    /// <summary>Writes a session.</summary>
    public static string Write(Session session)
    {
        using var buffer = JsonBuffer.Rent();
        var json = buffer.Json;
        json.WriteStartObject();
        json.WriteString("v", session.ScriptVersion);
        json.WriteString("c", session.Channel == Channel.Voice ? "voice" : "sms");
        json.WriteString("l", session.Language);
        if (session.Slow) json.WriteBoolean("slow", true);
        json.WriteNumber("n", session.TurnNumber);
        WritePosition(json, "at", session.At);
        if (!session.Stack.IsEmpty) WriteStack(json, session.Stack);
        WriteValues(json, "vars", session.Variables);
        if (session.Misses > 0) json.WriteNumber("misses", session.Misses);
        if (session.Repeats > 0) json.WriteNumber("repeats", session.Repeats);
        if (session.Rest.Length > 0) json.WriteString("rest", session.Rest);
        if (session.Ended) json.WriteBoolean("ended", true);
        if (!session.History.IsEmpty)
        {
            json.WriteStartArray("history");
            var following = session.Variables;
            for (var i = session.History.Length - 1; i >= 0; i--)
            {
                WritePoint(json, session.History[i], following);
                following = session.History[i].Variables;
            }

            json.WriteEndArray();
        }

        if (session.Resumable is { } resumable)
        {
            json.WritePropertyName("resumable");
            WritePoint(json, resumable, Variables.Empty);
        }

        json.WriteEndObject();
        return buffer.Text();
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="JsonException">It is something else.</exception>
    public static Session Read(string text)
    {
        using var document = JsonDocument.Parse(text);
        try
        {
            return Read(document.RootElement);
        }
        catch (Exception error) when (error is InvalidOperationException or KeyNotFoundException or FormatException or IndexOutOfRangeException)
        {
            throw new JsonException("It is no session.", error);
        }
    }

    private static Session Read(JsonElement root)
    {
        var variables = ReadValues(root.GetProperty("vars"), Variables.Empty);
        var history = new List<Checkpoint>();
        if (root.TryGetProperty("history", out var points))
        {
            var following = variables;
            foreach (var element in points.EnumerateArray())
            {
                var point = ReadPoint(element, following);
                history.Insert(0, point);
                following = point.Variables;
            }
        }

        return new Session
        {
            ScriptVersion = root.GetProperty("v").GetString()!,
            Channel = root.GetProperty("c").GetString() == "voice" ? Channel.Voice : Channel.Sms,
            Language = root.GetProperty("l").GetString()!,
            Slow = root.TryGetProperty("slow", out _),
            TurnNumber = root.GetProperty("n").GetInt32(),
            At = ReadPosition(root.GetProperty("at")),
            Stack = ReadStack(root),
            Variables = variables,
            Misses = root.TryGetProperty("misses", out var misses) ? misses.GetInt32() : 0,
            Repeats = root.TryGetProperty("repeats", out var repeats) ? repeats.GetInt32() : 0,
            Rest = root.TryGetProperty("rest", out var rest) ? rest.GetString()! : "",
            Ended = root.TryGetProperty("ended", out _),
            History = [.. history],
            Resumable = root.TryGetProperty("resumable", out var resumable) ? ReadPoint(resumable, Variables.Empty) : null,
        };
    }

    /// <summary>A point stays what it is, and so does what follows it, but for the newest: it is written once, then copied.</summary>
    private static void WritePoint(Utf8JsonWriter json, Checkpoint point, Variables following)
    {
        if (point.Written is not { } written || !ReferenceEquals(written.Following, following))
        {
            using var buffer = JsonBuffer.Rent();
            WritePointAnew(buffer.Json, point, following);
            point.Written = written = new WrittenCheckpoint(following, buffer.Bytes());
        }

        json.WriteRawValue(written.Json, skipInputValidation: true);
    }

    private static void WritePointAnew(Utf8JsonWriter json, Checkpoint point, Variables following)
    {
        json.WriteStartObject();
        WritePosition(json, "at", point.At);
        if (!point.Stack.IsEmpty) WriteStack(json, point.Stack);
        if (!point.Variables.Holds(following))
        {
            json.WriteStartObject("vars");
            WriteDifference(json, point.Variables.Entries, following.Entries);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    /// <summary>Both are sorted by name: one walk finds what differs. What only the following have is null.</summary>
    private static void WriteDifference(Utf8JsonWriter json, ReadOnlySpan<KeyValuePair<string, string>> values, ReadOnlySpan<KeyValuePair<string, string>> following)
    {
        var (i, j) = (0, 0);
        while (i < values.Length || j < following.Length)
        {
            var order = i == values.Length ? 1 : j == following.Length ? -1 : string.CompareOrdinal(values[i].Key, following[j].Key);
            if (order > 0) json.WriteNull(following[j].Key);
            else if (order < 0 || values[i].Value != following[j].Value) json.WriteString(values[i].Key, values[i].Value);
            if (order <= 0) i++;
            if (order >= 0) j++;
        }
    }

    private static Checkpoint ReadPoint(JsonElement element, Variables following) => new(
        ReadPosition(element.GetProperty("at")),
        ReadStack(element),
        element.TryGetProperty("vars", out var values) ? ReadValues(values, following) : following);

    private static void WriteValues(Utf8JsonWriter json, string name, Variables values)
    {
        json.WriteStartObject(name);
        foreach (var (key, value) in values.Entries) json.WriteString(key, value);
        json.WriteEndObject();
    }

    private static Variables ReadValues(JsonElement element, Variables onto)
    {
        var values = new Dictionary<string, string>(onto);
        foreach (var property in element.EnumerateObject())
        {
            if (property.Value.ValueKind == JsonValueKind.Null) values.Remove(property.Name);
            else values[property.Name] = property.Value.GetString()!;
        }

        return Variables.Of(values);
    }

    private static void WritePosition(Utf8JsonWriter json, string name, Position position)
    {
        json.WriteStartArray(name);
        WriteFields(json, position);
        json.WriteEndArray();
    }

    private static void WriteStack(Utf8JsonWriter json, ImmutableArray<Position> stack)
    {
        json.WriteStartArray("stack");
        foreach (var position in stack)
        {
            json.WriteStartArray();
            WriteFields(json, position);
            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    private static void WriteFields(Utf8JsonWriter json, Position position)
    {
        json.WriteStringValue(position.Dialogue);
        json.WriteStringValue(position.Node);
        json.WriteNumberValue(position.Step);
    }

    private static ImmutableArray<Position> ReadStack(JsonElement owner) =>
        owner.TryGetProperty("stack", out var stack) ? [.. stack.EnumerateArray().Select(ReadPosition)] : [];

    private static Position ReadPosition(JsonElement element) =>
        new(element[0].GetString()!, element[1].GetString()!, element[2].GetInt32());
}
