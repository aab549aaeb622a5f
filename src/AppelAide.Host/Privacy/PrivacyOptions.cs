namespace AppelAide.Host.Privacy;

/// <summary>How citizens' data are kept: the section <c>Privacy</c> of the configuration.</summary>
public sealed class PrivacyOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Privacy";

    /// <summary>
    /// The key of telephone numbers: 32 random bytes in base64 (<c>openssl rand -base64 32</c>). SQL Server requires it; without it, SQLite
    /// keeps a key in a file beside the database.
    /// </summary>
    public string? PhoneKey { get; set; }
}
