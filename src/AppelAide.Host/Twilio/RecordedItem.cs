using System.Globalization;
using System.Text.Json;

namespace AppelAide.Host.Twilio;

/// <summary>A message or call in the provider's own record.</summary>
/// <param name="Sid">Its name.</param>
/// <param name="To">The other party.</param>
/// <param name="From">Our number.</param>
/// <param name="Body">The words of a message; empty for a call.</param>
/// <param name="Status">Such as <c>queued</c>.</param>
/// <param name="CreatedAt">When the provider took it, in whole seconds.</param>
internal sealed record RecordedItem(string Sid, string To, string From, string Body, string Status, DateTimeOffset CreatedAt)
{
    /// <summary>Neither the number nor the words may reach a log.</summary>
    public override string ToString() => nameof(RecordedItem);

    /// <summary>Reads one of a list's items.</summary>
    /// <returns>Null when it lacks what would tell whether it is the one looked for.</returns>
    public static RecordedItem? Read(JsonElement item)
    {
        if (item.ValueKind != JsonValueKind.Object || Text(item, "sid") is not { Length: > 0 } sid || Text(item, "to") is not { } to)
            return null;
        var isDated = DateTimeOffset.TryParse(
            Text(item, "date_created"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var createdAt);
        return isDated ? new(sid, to, Text(item, "from") ?? "", Text(item, "body") ?? "", Text(item, "status") ?? "", createdAt) : null;
    }

    private static string? Text(JsonElement item, string name) =>
        item.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
