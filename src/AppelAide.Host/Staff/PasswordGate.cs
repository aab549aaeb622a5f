using System.Collections.Concurrent;
using Microsoft.AspNetCore.Identity;

namespace AppelAide.Host.Staff;

/// <summary>
/// Passwords are hashed here and nowhere else, one at a time on a thread of their own: a hash costs a tenth of a second of a processor on purpose, and
/// who guesses many at once must not take the telephone line's processors. A few wait; the others are sent away (<see cref="TooBusyException"/>).
/// </summary>
internal sealed class PasswordGate : IDisposable
{
    /// <summary>How many wait: three seconds of them.</summary>
    public const int MostWaiting = 20;

    private readonly PasswordHasher<StaffAccount> hasher = new();
    private readonly StaffAccount nobody = new();
    private readonly BlockingCollection<Action> waiting = new(MostWaiting);
    private readonly Thread thread;
    private string nobodysHash = "";

    public PasswordGate()
    {
        thread = new Thread(Work) { IsBackground = true, Name = "passwords", Priority = ThreadPriority.BelowNormal };
        thread.Start();
    }

    /// <summary>Sends away whoever comes when too many wait, before anything of theirs is counted.</summary>
    /// <exception cref="TooBusyException">Too many wait.</exception>
    public void NeedRoom()
    {
        if (waiting.Count >= MostWaiting) throw new TooBusyException();
    }

    /// <summary>Whether a password is the one of a hash. Without a hash it is not, and that takes as long: who has an account is not told by the clock.</summary>
    /// <exception cref="TooBusyException">Too many wait.</exception>
    public Task<bool> VerifyAsync(string? hash, string password, CancellationToken ct) =>
        RunAsync(() => hasher.VerifyHashedPassword(nobody, hash ?? nobodysHash, password) != PasswordVerificationResult.Failed && hash is not null, ct);

    /// <summary>The hash of a password, to be kept.</summary>
    /// <exception cref="TooBusyException">Too many wait.</exception>
    public Task<string> HashAsync(string password, CancellationToken ct) => RunAsync(() => hasher.HashPassword(nobody, password), ct);

    public void Dispose()
    {
        waiting.CompleteAdding();
        while (waiting.TryTake(out _))
        {
            // Nobody is there any more to be answered.
        }

        thread.Join();
        waiting.Dispose();
    }

    private Task<T> RunAsync<T>(Func<T> work, CancellationToken ct)
    {
        var result = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        var isIn = waiting.TryAdd(() =>
        {
            try
            {
                if (ct.IsCancellationRequested) result.TrySetCanceled(ct);
                else result.TrySetResult(work());
            }
            catch (Exception error)
            {
                // The thread goes on for the others.
                result.TrySetException(error);
            }
        });
        return isIn ? result.Task : throw new TooBusyException();
    }

    private void Work()
    {
        nobodysHash = hasher.HashPassword(nobody, Guid.NewGuid().ToString());
        foreach (var work in waiting.GetConsumingEnumerable()) work();
    }
}
