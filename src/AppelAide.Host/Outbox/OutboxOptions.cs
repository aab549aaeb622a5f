namespace AppelAide.Host.Outbox;

/// <summary>What the line may send first, and how fast: configuration section <c>Outbox</c>.</summary>
internal sealed class OutboxOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Outbox";

    /// <summary>Whether this host sends. Default: yes; where several hosts share a database, some may leave it to the others.</summary>
    public bool Sends { get; set; } = true;

    /// <summary>
    /// When the line may write or call first, in the citizen's own time zone. Default: the hours that the CRTC sets for telemarketing, the
    /// strictest there are; public holidays are closed. https://crtc.gc.ca/eng/phone/telemarketing/reg.htm.
    /// </summary>
    public string Hours { get; set; } = "Mo-Fr 09:00-21:30; Sa-Su 10:00-18:00";

    /// <summary>How many messages that nobody asked for a moment ago a telephone gets in a day. Default: 3.</summary>
    public int DailyCap { get; set; } = 3;

    /// <summary>Segments a second and host. Default: 1, what a Canadian long-code number may send.</summary>
    public double SegmentsPerSecond { get; set; } = 1;

    /// <summary>Calls a second and host. Default: 1, Twilio's own limit.</summary>
    public double CallsPerSecond { get; set; } = 1;

    /// <summary>What a segment costs, in the currency of the account: staff see it before they send. Default: 0.0083.</summary>
    public decimal CostPerSegment { get; set; } = 0.0083m;

    /// <summary>What a minute of call costs. Default: 0.014.</summary>
    public decimal CostPerCallMinute { get; set; } = 0.014m;
}
