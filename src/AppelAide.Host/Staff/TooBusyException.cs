namespace AppelAide.Host.Staff;

/// <summary>Too many people sign in at once; whoever comes now is asked to come back in a minute.</summary>
internal sealed class TooBusyException() : Exception("Too many passwords wait to be checked.");
