namespace AppelAide.Host.Twilio;

/// <summary>The names of the headers that Twilio sends with a webhook.</summary>
internal static class TwilioHeaders
{
    /// <summary>See https://www.twilio.com/docs/usage/security#validating-requests.</summary>
    public const string Signature = "X-Twilio-Signature";

    /// <summary>The same for a delivery and its retries. See https://www.twilio.com/docs/usage/webhooks/webhooks-connection-overrides.</summary>
    public const string IdempotencyToken = "I-Twilio-Idempotency-Token";
}
