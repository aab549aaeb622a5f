namespace AppelAide.Host.Staff;

/// <summary>How staff sign in: the section <c>Staff</c> of the configuration.</summary>
public sealed class StaffOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Staff";

    /// <summary>After how many minutes without a page somebody is signed out. Default: 60; 5 to 720.</summary>
    public int SessionMinutes { get; set; } = 60;

    /// <summary>Whether administrators must have a second factor. Default: yes.</summary>
    public bool SecondFactor { get; set; } = true;
}
