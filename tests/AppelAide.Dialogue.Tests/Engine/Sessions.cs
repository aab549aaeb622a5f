using AppelAide.Dialogue.Engine;

namespace AppelAide.Dialogue.Tests.Engine;

/// <summary>Compares sessions by content.</summary>
internal static class Sessions
{
    internal static void AreSame(Session expected, Session actual)
    {
        var nothing = Variables.Empty;
        // The values apart, a session is compared whole: a property added later is not forgotten here.
        Assert.Equal(
            expected with { Stack = [], Variables = nothing, History = [], Resumable = null },
            actual with { Stack = [], Variables = nothing, History = [], Resumable = null });
        Assert.Equal(expected.Stack.AsEnumerable(), actual.Stack);
        AreSame(expected.Variables, actual.Variables);
        Assert.Equal(expected.History.Length, actual.History.Length);
        foreach (var (one, other) in expected.History.Zip(actual.History)) AreSame(one, other);
        Assert.Equal(expected.Resumable is null, actual.Resumable is null);
        if (expected.Resumable is { } resumable) AreSame(resumable, actual.Resumable!);
    }

    private static void AreSame(Checkpoint expected, Checkpoint actual)
    {
        Assert.Equal(expected.At, actual.At);
        Assert.Equal(expected.Stack.AsEnumerable(), actual.Stack);
        AreSame(expected.Variables, actual.Variables);
    }

    private static void AreSame(Variables expected, Variables actual) =>
        Assert.Equal(expected.OrderBy(pair => pair.Key, StringComparer.Ordinal), actual.OrderBy(pair => pair.Key, StringComparer.Ordinal));
}
