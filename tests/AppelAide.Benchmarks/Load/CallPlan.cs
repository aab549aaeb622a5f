namespace AppelAide.Benchmarks.Load;

/// <summary>
/// The calls of the benchmark, 14 turns each: the greeting, the menu, the place, then one training after another. A caller of before was cut off
/// in the trainings, asks for something else, and is not asked for the place again.
/// </summary>
internal static class CallPlan
{
    private static readonly string[] Places = ["Gaspé", "Percé", "Chandler", "Carleton-sur-Mer"];

    private static readonly CallerAct[][] NewCallers = [.. Places.Select(place => Complete(CallerAct.Presses("1"), CallerAct.Says(place), CallerAct.Presses("1")))];

    private static readonly CallerAct[] KnownCaller = Complete(CallerAct.Presses("2"), CallerAct.Presses("1"));

    /// <summary>What a caller does, turn after turn.</summary>
    /// <param name="known">Whether the caller called before.</param>
    /// <param name="number">The how manieth call it is.</param>
    public static CallerAct[] Of(bool known, long number) => known ? KnownCaller : NewCallers[number % NewCallers.Length];

    private static CallerAct[] Complete(params CallerAct[] beginning) =>
        [CallerAct.Arrives, .. beginning, .. Enumerable.Repeat(CallerAct.Presses("2"), 13 - beginning.Length), CallerAct.HungUp];
}
