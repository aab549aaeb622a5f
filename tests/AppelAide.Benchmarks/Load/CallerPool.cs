namespace AppelAide.Benchmarks.Load;

/// <summary>The people who call one contestant: half of the calls come from somebody new, half from somebody who called before.</summary>
internal sealed class CallerPool
{
    // A number of a caller is made of an area code and 7 digits.
    private const long First = 14_182_000_000;
    private readonly Lock gate = new();
    private readonly Queue<long> known = new();
    private long calls;
    private long next = First;

    /// <summary>Who calls next.</summary>
    public (long Number, bool Known, long Call) Take()
    {
        lock (gate)
        {
            calls++;
            return calls % 2 == 0 && known.TryDequeue(out var again) ? (again, true, calls) : (next++, false, calls);
        }
    }

    /// <summary>The call was played to its end: this caller may call again.</summary>
    public void Return(long number)
    {
        lock (gate)
            known.Enqueue(number);
    }
}
