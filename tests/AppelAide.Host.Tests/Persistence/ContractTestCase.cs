using Xunit.Abstractions;
using Xunit.Sdk;

namespace AppelAide.Host.Tests.Persistence;

/// <summary>A test that is skipped when its class is given <see cref="SqlServerFixture"/> and there is no SQL Server.</summary>
public sealed class ContractTestCase : XunitTestCase
{
    /// <summary>For xunit, which makes test cases anew from what it serialised.</summary>
    [Obsolete("Called by xunit")]
    public ContractTestCase()
    {
    }

    internal ContractTestCase(
        IMessageSink diagnostics, TestMethodDisplay display, TestMethodDisplayOptions options, ITestMethod testMethod)
        : base(diagnostics, display, options, testMethod)
    {
    }

    protected override string? GetSkipReason(IAttributeInfo factAttribute)
    {
        var needsServer = TestMethod.TestClass.Class.ToRuntimeType().GetInterfaces().Contains(typeof(IClassFixture<SqlServerFixture>));
        return needsServer ? TestServer.SkipReason : base.GetSkipReason(factAttribute);
    }
}
