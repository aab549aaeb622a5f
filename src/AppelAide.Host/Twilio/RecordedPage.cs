using System.Text.Json;

namespace AppelAide.Host.Twilio;

/// <summary>A page of the provider's own record. See https://www.twilio.com/docs/usage/twilios-response#response-formats-list-paging-information.</summary>
/// <param name="Items">What is on it.</param>
/// <param name="Next">The path and query of the next page; null when this is the last.</param>
internal sealed record RecordedPage(IReadOnlyList<RecordedItem> Items, string? Next)
{
    /// <summary>Reads a page.</summary>
    /// <param name="body">The answer.</param>
    /// <param name="list"><c>messages</c> or <c>calls</c>.</param>
    /// <returns>Null when it is no page, or when an item on it cannot be read: what cannot be read might be the one looked for.</returns>
    public static RecordedPage? Read(byte[] body, string list)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            if (json.RootElement.ValueKind != JsonValueKind.Object
                || !json.RootElement.TryGetProperty(list, out var listed) || listed.ValueKind != JsonValueKind.Array)
                return null;
            var items = new List<RecordedItem>();
            foreach (var element in listed.EnumerateArray())
            {
                if (RecordedItem.Read(element) is not { } item) return null;
                items.Add(item);
            }

            return new(items, ReadNext(json.RootElement));
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? ReadNext(JsonElement page) =>
        page.TryGetProperty("next_page_uri", out var next) && next.ValueKind == JsonValueKind.String && next.GetString() is { Length: > 0 } uri ? uri : null;
}
