namespace AppelAide.Host.Persistence;

/// <summary>The schema cannot be brought up to date; the message is the one line that the operator reads.</summary>
internal sealed class MigrationException(string message, Exception? cause = null) : Exception(message, cause);
