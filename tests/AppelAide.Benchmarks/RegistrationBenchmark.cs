using System.Collections.Concurrent;
using System.Diagnostics;
using AppelAide.Benchmarks.Contestants;
using AppelAide.Benchmarks.Load;
using AppelAide.Benchmarks.Registrations;

namespace AppelAide.Benchmarks;

/// <summary><c>registration</c>: 200 callers for one last seat, and 1,000 registrations a minute beside the calls of <c>latency</c>.</summary>
internal static class RegistrationBenchmark
{
    private const int Rivals = 200;
    private const int Connections = 64;
    private const int AMinute = 1000;
    private const int Sessions = 40;
    private const int SeatsEach = 40;

    // What the line says.
    private const string Booked = "est réservée";
    private const string Full = "C'est complet";

    private static long next = 14_185_000_000;

    public static async Task RunAsync(BenchmarkOptions options)
    {
        var folder = Contestant.NewFolder();
        try
        {
            await using var product = await Contestant.ProductAsync("B", folder);
            using var client = new LoadDriver();
            var seats = new SeatTable(folder);
            await client.WarmAsync(product, options.Seconds);
            await RaceAsync(product, seats, options.Rounds);
            await PaceAsync(product, client, seats, options);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task RaceAsync(Contestant product, SeatTable seats, int rounds)
    {
        var (winners, losers, lost, doubles) = (new List<int>(), 0, 0, 0);
        var took = new List<double>();
        await OfferAsync(product, seats, 1, 1);
        for (var round = 0; round < rounds; round++)
        {
            seats.Clear();
            await Task.Delay(TimeSpan.FromSeconds(3));
            var callers = new List<VoiceCaller>();
            for (var i = 0; i < Rivals; i++) callers.Add(await ReadyAsync(product));
            var begin = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            var answers = callers.Select(async caller =>
            {
                await begin.Task;
                return await caller.DoAsync(CallerAct.Presses("1"));
            }).ToArray();
            begin.SetResult();
            var heard = await Task.WhenAll(answers);
            winners.Add(heard.Count(text => text.Contains(Booked, StringComparison.Ordinal)));
            losers += heard.Count(text => text.Contains(Full, StringComparison.Ordinal));
            lost += heard.Count(text => !text.Contains(Booked, StringComparison.Ordinal) && !text.Contains(Full, StringComparison.Ordinal));
            doubles += seats.Registered() - 1 + seats.Double();
            took.AddRange(callers.Select(caller => caller.Took));
            callers.ForEach(caller => caller.Dispose());
        }

        Console.WriteLine($"""

            ## registration: one last seat

            {Rivals} callers press 1 at once, each in a call of their own through the signed webhooks; {rounds} rounds.

            | got it, each round | "it's full" | neither | double in the database | p50 of the turn, ms | p99, ms |
            |---|---|---|---|---|---|
            | {string.Join(" ", winners)} | {losers} of {(Rivals - 1) * rounds} | {lost} | {doubles} | {Percentile(took, 0.5)} | {Percentile(took, 0.99)} |
            """);
    }

    private static async Task PaceAsync(Contestant product, LoadDriver client, SeatTable seats, BenchmarkOptions options)
    {
        await OfferAsync(product, seats, Sessions, SeatsEach);
        List<(double Alone99, double Beside99, double Alone50, double Beside50, double Rate)> rounds = [];
        var turns = new ConcurrentBag<double>();
        var (asked, told) = (0, 0);
        for (var round = 0; round < options.Rounds; round++)
        {
            var alone = await client.PlayAsync(product, Connections, options.Seconds, options.Rate);
            var registering = RegisterAsync(product, options.Seconds, turns);
            var beside = await client.PlayAsync(product, Connections, options.Seconds, options.Rate);
            var (began, booked) = await registering;
            (asked, told) = (asked + began, told + booked);
            rounds.Add((alone.Load.P99, beside.Load.P99, alone.Load.P50, beside.Load.P50, beside.Load.Rate));
        }

        Console.WriteLine($"""

            ## registration: {AMinute:#,0} a minute

            Beside {options.Rate} turns a second of calls over {Connections} connections; each registration is a call of three turns and a status callback. {options.Rounds} rounds of {options.Seconds} s, without and with.

            | turns a second | p50 without, ms | with | p99 without, ms | with | ratio of p99 |
            |---|---|---|---|---|---|
            | {Statistics.Number(Statistics.Median(rounds.Select(r => r.Rate)))} | {Statistics.Spread([.. rounds.Select(r => r.Alone50)])} | {Statistics.Spread([.. rounds.Select(r => r.Beside50)])} | {Statistics.Spread([.. rounds.Select(r => r.Alone99)])} | {Statistics.Spread([.. rounds.Select(r => r.Beside99)])} | {Statistics.Spread([.. rounds.Select(r => r.Beside99 / r.Alone99)])} |

            | asked | told that they have a seat | rows | double | a minute | p50 of the registering turn, ms | p99, ms |
            |---|---|---|---|---|---|---|
            | {asked} | {told} | {seats.Registered()} | {seats.Double()} | {Statistics.Number(told * 60.0 / (options.Seconds * options.Rounds))} | {Percentile([.. turns], 0.5)} | {Percentile([.. turns], 0.99)} |
            """);
    }

    /// <summary>Registrations at their times, whether or not those before are through.</summary>
    private static async Task<(int Asked, int Told)> RegisterAsync(Contestant product, int seconds, ConcurrentBag<double> turns)
    {
        var count = AMinute * seconds / 60;
        var start = Stopwatch.GetTimestamp();
        var calls = new List<Task<bool>>();
        for (var i = 0; i < count; i++)
        {
            var wait = TimeSpan.FromSeconds(i * 60.0 / AMinute) - Stopwatch.GetElapsedTime(start);
            if (wait > TimeSpan.Zero) await Task.Delay(wait);
            calls.Add(OneAsync(product, turns));
        }

        return (count, (await Task.WhenAll(calls)).Count(booked => booked));
    }

    private static async Task<bool> OneAsync(Contestant product, ConcurrentBag<double> turns)
    {
        using var caller = await ReadyAsync(product);
        var answer = await caller.DoAsync(CallerAct.Presses("1"));
        turns.Add(caller.Took);
        if (answer.Contains(Full, StringComparison.Ordinal))
        {
            // The next date that has a seat is named: they take that.
            answer = await caller.DoAsync(CallerAct.Presses("1"));
            turns.Add(caller.Took);
        }

        await caller.DoAsync(CallerAct.HungUp);
        return answer.Contains(Booked, StringComparison.Ordinal);
    }

    /// <summary>A caller who hears of the one session, and has not pressed yet.</summary>
    private static async Task<VoiceCaller> ReadyAsync(Contestant product)
    {
        var caller = new VoiceCaller(product.Port, Interlocked.Increment(ref next));
        await caller.ConnectAsync();
        await caller.DoAsync(CallerAct.Arrives);
        var offered = await caller.DoAsync(CallerAct.Says("formation à Gaspé"));
        return offered.Contains("Ma tablette", StringComparison.Ordinal) ? caller : throw new InvalidOperationException($"No session is offered: {offered}");
    }

    private static async Task OfferAsync(Contestant product, SeatTable seats, int sessions, int each)
    {
        seats.Offer(sessions, each);
        // The line looks at its directory every few seconds; until then it offers what was there.
        for (var attempt = 0; attempt < 60; attempt++)
        {
            await Task.Delay(TimeSpan.FromSeconds(1));
            using var caller = new VoiceCaller(product.Port, Interlocked.Increment(ref next));
            await caller.ConnectAsync();
            await caller.DoAsync(CallerAct.Arrives);
            var left = each == 1 ? "Il reste 1 place." : $"Il reste {each} places.";
            if ((await caller.DoAsync(CallerAct.Says("formation à Gaspé"))).Contains(left, StringComparison.Ordinal)) return;
        }

        throw new TimeoutException("The line does not see the session.");
    }

    private static string Percentile(List<double> values, double part)
    {
        var sorted = values.Order().ToList();
        return sorted.Count == 0 ? "–" : sorted[Math.Min(sorted.Count - 1, (int)(part * sorted.Count))].ToString("0.0", System.Globalization.CultureInfo.InvariantCulture);
    }
}
