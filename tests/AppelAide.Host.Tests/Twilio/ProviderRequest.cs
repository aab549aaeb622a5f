namespace AppelAide.Host.Tests.Twilio;

/// <summary>A request that reached the stub, whatever became of it.</summary>
/// <param name="Method">GET or POST.</param>
/// <param name="Resource"><c>Messages</c> or <c>Calls</c>.</param>
/// <param name="To">The number it is about.</param>
/// <param name="Fields">Its form or its query.</param>
/// <param name="At">By the stub's clock.</param>
internal sealed record ProviderRequest(string Method, string Resource, string To, IReadOnlyDictionary<string, string> Fields, DateTimeOffset At);
