using System.Text.Encodings.Web;
using System.Text.Json;

namespace AppelAide.Host.Directory.Editing;

/// <summary>Fields and their texts, as the history keeps them.</summary>
internal static class FlatJson
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes them; the empty ones are left out.</summary>
    public static string Write(IEnumerable<KeyValuePair<string, string>> fields) =>
        JsonSerializer.Serialize(fields.Where(field => field.Value.Length > 0).ToDictionary(StringComparer.Ordinal), Readable);

    /// <summary>Reads them back; nothing of an empty text.</summary>
    public static Dictionary<string, string> Read(string json) =>
        json.Length == 0 ? [] : JsonSerializer.Deserialize<Dictionary<string, string>>(json, Readable) ?? [];
}
