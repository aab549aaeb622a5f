using System.Collections.Immutable;
using System.Text.Json;

namespace AppelAide.Dialogue.Engine;

/// <summary>A turn as JSON: what is needed to say it again word for word. Recognition hints are left out: they change nothing that is heard.</summary>
public static class TurnJson
{
    /// <summary>Writes a turn.</summary>
    public static string Write(Turn turn)
    {
        using var buffer = JsonBuffer.Rent();
        var json = buffer.Json;
        json.WriteStartObject();
        json.WriteNumber("n", turn.Number);
        json.WriteString("l", turn.Language);
        if (turn.Slow) json.WriteBoolean("slow", true);
        json.WriteString("node", turn.Node);
        json.WriteStartArray("said");
        foreach (var utterance in turn.Said)
        {
            json.WriteStartObject();
            json.WriteString("l", utterance.Language);
            json.WriteString("t", utterance.Text);
            if (utterance.PauseAfter > 0) json.WriteNumber("p", utterance.PauseAfter);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartObject("then");
        switch (turn.Expectation)
        {
            case GatherExpectation gather:
                if (gather.MaxDigits is { } digits) json.WriteNumber("digits", digits);
                json.WriteNumber("gather", gather.TimeoutSeconds);
                json.WriteNumber("speech", gather.SpeechTimeoutSeconds);
                break;
            case RecordExpectation record:
                json.WriteNumber("record", record.MaxSeconds);
                json.WriteString("purpose", record.Purpose);
                break;
            case DialExpectation dial:
                json.WriteString("dial", dial.Number);
                json.WriteNumber("ring", dial.TimeoutSeconds);
                break;
        }

        json.WriteEndObject();
        json.WriteEndObject();
        return buffer.Text();
    }

    /// <summary>Reads what <see cref="Write"/> wrote; the events are not kept here.</summary>
    /// <exception cref="JsonException">It is something else.</exception>
    public static Turn Read(string text)
    {
        using var document = JsonDocument.Parse(text);
        try
        {
            return Read(document.RootElement);
        }
        catch (Exception error) when (error is InvalidOperationException or KeyNotFoundException or FormatException or IndexOutOfRangeException)
        {
            throw new JsonException("It is no turn.", error);
        }
    }

    private static Turn Read(JsonElement root)
    {
        var then = root.GetProperty("then");
        Expectation expectation =
            then.TryGetProperty("gather", out var gather) ? new GatherExpectation(
                then.TryGetProperty("digits", out var digits) ? digits.GetInt32() : null, gather.GetInt32(), then.GetProperty("speech").GetDouble(), [])
            : then.TryGetProperty("record", out var record) ? new RecordExpectation(record.GetInt32(), then.GetProperty("purpose").GetString()!)
            : then.TryGetProperty("dial", out var dial) ? new DialExpectation(dial.GetString()!, then.GetProperty("ring").GetInt32())
            : new EndExpectation();
        var said = root.GetProperty("said").EnumerateArray()
            .Select(item => new Utterance(item.GetProperty("l").GetString()!, item.GetProperty("t").GetString()!, item.TryGetProperty("p", out var pause) ? pause.GetDouble() : 0));
        return new Turn(
            root.GetProperty("n").GetInt32(),
            said.ToImmutableArray(),
            expectation,
            root.GetProperty("l").GetString()!,
            root.TryGetProperty("slow", out _),
            root.GetProperty("node").GetString()!,
            []);
    }
}
