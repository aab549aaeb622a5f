namespace AppelAide.Host.Twilio;

/// <summary>What the signature filter found. Everything but <see cref="Trusted"/> is a bare 403.</summary>
internal enum WebhookVerdict
{
    /// <summary>Signed by the provider, or an unsigned one from this machine in Development.</summary>
    Trusted,

    /// <summary>Not a POST: the provider posts, so nobody else's business is here.</summary>
    NotPost,

    /// <summary>No signature, or a wrong one.</summary>
    BadSignature,

    /// <summary>Too large or malformed: who signed it cannot be established.</summary>
    Unreadable,

    /// <summary>No auth token is configured, and the request is not from this machine in Development.</summary>
    NotLocal,
}
