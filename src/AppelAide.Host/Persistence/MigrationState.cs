namespace AppelAide.Host.Persistence;

/// <summary>A migration and when it was applied; null when it has not been.</summary>
internal sealed record MigrationState(Migration Migration, DateTimeOffset? AppliedAt);
