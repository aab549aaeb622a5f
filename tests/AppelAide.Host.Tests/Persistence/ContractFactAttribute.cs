using Xunit.Sdk;

namespace AppelAide.Host.Tests.Persistence;

/// <summary>A test of an abstract class that runs in a subclass per database; skipped, visibly, where its database is not at hand.</summary>
[AttributeUsage(AttributeTargets.Method)]
[XunitTestCaseDiscoverer("AppelAide.Host.Tests.Persistence.ContractFactDiscoverer", "AppelAide.Host.Tests")]
public sealed class ContractFactAttribute : FactAttribute;
