namespace AppelAide.Host.Directory;

/// <summary>A service that may help, at one address.</summary>
/// <param name="Service">What is offered.</param>
/// <param name="Site">Where.</param>
/// <param name="Kilometres">From where the citizen lives; null when not known, or by telephone.</param>
internal sealed record FoundService(Service Service, ServiceSite Site, double? Kilometres);
