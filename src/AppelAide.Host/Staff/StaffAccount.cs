namespace AppelAide.Host.Staff;

/// <summary>An account of the console.</summary>
internal sealed class StaffAccount
{
    /// <summary>Its number.</summary>
    public long Id { get; set; }

    /// <summary>The address that signs in.</summary>
    public string Email { get; set; } = "";

    /// <summary>The address as it is compared: whoever types it in capitals is the same person.</summary>
    public string EmailKey { get; set; } = "";

    /// <summary>As colleagues know them.</summary>
    public string Name { get; set; } = "";

    /// <summary>See <see cref="StaffRoles"/>.</summary>
    public string Role { get; set; } = StaffRoles.Listener;

    /// <summary><c>fr</c> or <c>en</c>.</summary>
    public string Language { get; set; } = "fr";

    /// <summary>Null until the one-time link was used.</summary>
    public string? PasswordHash { get; set; }

    /// <summary>Changes when the password does, or everything is signed out: cookies with another one are refused.</summary>
    public string SecurityStamp { get; set; } = "";

    /// <summary>Changes at each write: of two at once, the second is refused.</summary>
    public string ConcurrencyStamp { get; set; } = "";

    /// <summary>Whether a code of the telephone is asked for after the password.</summary>
    public bool TwoFactor { get; set; }

    /// <summary>The secret of those codes, encrypted.</summary>
    public string? AuthenticatorKey { get; set; }

    /// <summary>Signs in no more.</summary>
    public bool Disabled { get; set; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>When it was last written.</summary>
    public DateTimeOffset UpdatedAt { get; set; }
}
