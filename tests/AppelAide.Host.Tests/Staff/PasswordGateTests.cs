using System.Diagnostics;
using AppelAide.Host.Staff;

namespace AppelAide.Host.Tests.Staff;

public sealed class PasswordGateTests
{
    [Fact]
    public async Task A_few_wait_and_the_others_are_sent_away()
    {
        using var gate = new PasswordGate();
        var hash = await gate.HashAsync("sept chats gris dorment", default);
        var tries = Enumerable.Range(0, 60).Select(i => TryAsync(gate, hash, i % 2 == 0 ? "sept chats gris dorment" : "non")).ToList();
        var results = await Task.WhenAll(tries);
        Assert.InRange(results.Count(result => result is not null), PasswordGate.MostWaiting, PasswordGate.MostWaiting + 5);
        Assert.All(results.Index().Where(result => result.Item is not null), result => Assert.Equal(result.Index % 2 == 0, result.Item));
    }

    [Fact]
    public async Task Without_a_hash_it_is_wrong_and_takes_as_long()
    {
        using var gate = new PasswordGate();
        var hash = await gate.HashAsync("sept chats gris dorment", default);
        var (known, nobody) = (TimeSpan.MaxValue, TimeSpan.MaxValue);
        for (var i = 0; i < 4; i++)
        {
            var start = Stopwatch.GetTimestamp();
            Assert.True(await gate.VerifyAsync(hash, "sept chats gris dorment", default));
            known = Min(known, Stopwatch.GetElapsedTime(start));
            start = Stopwatch.GetTimestamp();
            Assert.False(await gate.VerifyAsync(null, "sept chats gris dorment", default));
            nobody = Min(nobody, Stopwatch.GetElapsedTime(start));
        }

        Assert.InRange(nobody / known, 0.4, 2.5);
    }

    private static TimeSpan Min(TimeSpan one, TimeSpan other) => one < other ? one : other;

    private static async Task<bool?> TryAsync(PasswordGate gate, string hash, string password)
    {
        try
        {
            return await gate.VerifyAsync(hash, password, default);
        }
        catch (TooBusyException)
        {
            return null;
        }
    }
}
