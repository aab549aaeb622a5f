using System.Globalization;
using System.Text.Json.Nodes;

namespace AppelAide.Host.Tests.Twilio;

/// <summary>A message or call that the stub took: in its record for good.</summary>
internal sealed record ProviderItem
{
    public required string Sid { get; init; }

    public required string To { get; init; }

    public required string From { get; init; }

    /// <summary>The words of a message; empty for a call.</summary>
    public required string Body { get; init; }

    /// <summary>Where a call gets its words; empty for a message.</summary>
    public required string Url { get; init; }

    public required string StatusCallback { get; init; }

    /// <summary>By the stub's clock.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>As Twilio names it; a test may say how it went on.</summary>
    public string Status { get; set; } = "queued";

    public bool IsCall => Sid.StartsWith("CA", StringComparison.Ordinal);

    /// <summary>When it was sent or dialled, as the provider's lists are filtered by: nothing while it waits in the provider's queue.</summary>
    public DateTimeOffset? SentAt => Status == "queued" ? null : At;

    /// <summary>As the REST API shows it.</summary>
    public JsonObject ToJson()
    {
        var json = new JsonObject
        {
            ["sid"] = Sid,
            ["to"] = To,
            ["from"] = From,
            ["status"] = Status,
            ["direction"] = "outbound-api",
            ["date_created"] = Rfc2822(At),
        };
        json[IsCall ? "start_time" : "date_sent"] = Rfc2822(SentAt);
        if (!IsCall)
        {
            json["body"] = Body;
            json["error_code"] = null;
        }

        return json;
    }

    private static string? Rfc2822(DateTimeOffset? at) => at?.ToUniversalTime().ToString("ddd, dd MMM yyyy HH:mm:ss '+0000'", CultureInfo.InvariantCulture);
}
