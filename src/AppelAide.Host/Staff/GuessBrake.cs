using System.Collections.Concurrent;

namespace AppelAide.Host.Staff;

/// <summary>Makes guessing slow: who asks for what is not there, or tries passwords, again and again, waits longer each time.</summary>
internal sealed class GuessBrake(TimeProvider time)
{
    private const int Free = 5;
    private const int MostGuessers = 10_000;
    private static readonly TimeSpan Forgotten = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<string, (int Guesses, DateTimeOffset Last)> guessers = new();

    /// <summary>Counts a guess, and says how long its answer is to wait.</summary>
    public TimeSpan Guess(string guesser)
    {
        var now = time.GetUtcNow();
        if (guessers.Count > MostGuessers)
        {
            foreach (var (name, known) in guessers)
            {
                if (now - known.Last > Forgotten || guessers.Count > 2 * MostGuessers) guessers.TryRemove(name, out _);
            }
        }

        var guesses = guessers.AddOrUpdate(guesser, _ => (1, now), (_, known) => (now - known.Last > Forgotten ? 1 : known.Guesses + 1, now)).Guesses;
        var wait = Step * Math.Max(0, guesses - Free);
        return wait < Longest ? wait : Longest;
    }

    /// <summary>Waits as long as a guess costs.</summary>
    public Task WaitAsync(HttpContext context)
    {
        var wait = Guess(NameOf(context));
        return wait > TimeSpan.Zero ? Task.Delay(wait, context.RequestAborted) : Task.CompletedTask;
    }

    /// <summary>It was no guess: the one who waited knew.</summary>
    public void Forgive(HttpContext context)
    {
        var name = NameOf(context);
        if (guessers.TryGetValue(name, out var known)) guessers.TryUpdate(name, (Math.Max(0, known.Guesses - 1), known.Last), known);
    }

    private static string NameOf(HttpContext context) => context.Connection.RemoteIpAddress?.ToString() ?? "";
}
