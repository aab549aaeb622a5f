namespace AppelAide.Host.Commands.Telephone;

/// <summary>Names like those the provider gives to calls (<c>CA</c>), messages (<c>SM</c>) and recordings (<c>RE</c>).</summary>
internal static class ProviderSid
{
    /// <summary>A new one.</summary>
    /// <param name="prefix">Two letters.</param>
    public static string New(string prefix) => $"{prefix}{Guid.NewGuid():n}";
}
