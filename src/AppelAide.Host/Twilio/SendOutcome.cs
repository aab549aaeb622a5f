namespace AppelAide.Host.Twilio;

/// <summary>What became of something handed to the provider.</summary>
internal enum SendOutcome
{
    /// <summary>The provider took it and named it.</summary>
    Taken,

    /// <summary>The provider will never take it: it must not be tried again.</summary>
    Refused,

    /// <summary>Certainly not taken, and it may be tried again.</summary>
    Later,

    /// <summary>The request left and no answer came that says what became of it: only the provider's own record can tell.</summary>
    Unknown,
}
