using System.Diagnostics;
using AppelAide.Benchmarks.Contestants;
using AppelAide.Dialogue.Engine;
using AppelAide.Dialogue.Inputs;
using AppelAide.Host;
using AppelAide.Host.Conversations;
using AppelAide.Host.Trainings.Search;
using AppelAide.Host.Voice;

namespace AppelAide.Benchmarks;

/// <summary><c>turn</c>: where the time and the memory of one turn go, without a network: what to look at before making anything faster.</summary>
internal static class TurnBenchmark
{
    private const int Times = 40_000;
    private const int Rounds = 400;

    public static async Task RunAsync()
    {
        var folder = Contestant.NewFolder();
        try
        {
            await using var app = LineApplication.Build(
                [$"--Database:ConnectionString=Data Source={Path.Combine(folder, "turn.db")}"],
                builder =>
                {
                    builder.Logging.ClearProviders();
                    builder.Configuration["Twilio:AuthToken"] = Contestant.AuthToken;
                });
            await app.Services.OpenLineAsync(CancellationToken.None);
            await MeasureAsync(app.Services);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task MeasureAsync(IServiceProvider services)
    {
        var conversations = services.GetRequiredService<ConversationService>();
        var renderer = services.GetRequiredService<VoiceRenderer>();
        var turns = services.GetRequiredService<TurnTaker>();
        var cache = services.GetRequiredService<ConversationCache>();
        var clock = services.GetRequiredService<LineClock>();
        var script = services.GetRequiredService<AppelAide.Host.Scripts.ScriptLibrary>().Live;
        var lookup = services.GetServices<ILookup>().OfType<TrainingsNextLookup>().Single();
        const string call = "CA00000000000000000000000000000000";
        var reply = await conversations.StartCallAsync(call, "+14185550123", null, trial: false, CancellationToken.None);
        foreach (var input in (CallerInput[])[new DigitsInput("1"), new SpeechInput("Gaspé", 0.9), new DigitsInput("1"), new DigitsInput("2"), new DigitsInput("2"), new DigitsInput("2"), new DigitsInput("2")])
            reply = (await conversations.AdvanceCallAsync(reply.ConversationNo, reply.Turn.Number, call, input, null, CancellationToken.None))!;
        var session = cache.Find(reply.ConversationNo)!.Session!;
        var caller = new CallerContext(1, reply.ConversationNo, "fr", AppelAide.Dialogue.Channel.Voice, "03005", clock.Now);
        var context = turns.Context(caller.Now);
        var next = new DigitsInput("2");
        Console.WriteLine("""

            ## turn

            | part | µs | bytes |
            |---|---|---|
            """);
        Measure("engine and look-up", () =>
        {
            var run = DialogueEngine.Resume(script, session, next, context);
            while (run.Question is { } question)
                run.Answer(lookup.Answer(question, caller));
            return run;
        });
        var asked = DialogueEngine.Resume(script, session, next, context).Question!;
        Measure("of which look-up", () => lookup.Answer(asked, caller));
        Measure("session as JSON", () => SessionJson.Write(session));
        Measure("reply as JSON", () => TurnJson.Write(reply.Turn));
        Measure("TwiML", () => renderer.Render(reply.Turn, "/twilio/voice/turn?c=1234567&t=8"));
        var turn = 0;
        Measure("whole turn, with its commit", () =>
        {
            // The trainings once more from the first, in a new call: one that goes on for ever is led to a person.
            if (turn++ % 12 == 0)
                reply = conversations.StartCallAsync($"CA{turn:x32}", "+14185550124", null, trial: false, CancellationToken.None).GetAwaiter().GetResult();
            var sid = cache.Find(reply.ConversationNo)!.ProviderSid;
            return reply = conversations.AdvanceCallAsync(reply.ConversationNo, reply.Turn.Number, sid, reply.Turn.Number == 1 ? new DigitsInput("1") : next, null, CancellationToken.None).GetAwaiter().GetResult()!;
        });
    }

    // Many short rounds, of which the best: a busy machine spoils most.
    private static void Measure<T>(string part, Func<T> work)
    {
        for (var i = 0; i < Times; i++)
            work();
        var best = double.MaxValue;
        var allocated = GC.GetTotalAllocatedBytes(precise: true);
        for (var round = 0; round < Rounds; round++)
        {
            var begun = Stopwatch.GetTimestamp();
            for (var i = 0; i < Times / Rounds; i++)
                work();
            best = Math.Min(best, Stopwatch.GetElapsedTime(begun).TotalMicroseconds / (Times / Rounds));
        }

        var bytes = (GC.GetTotalAllocatedBytes(precise: true) - allocated) / Times;
        Console.WriteLine($"| {part} | {Statistics.Number(best, "0.0")} | {Statistics.Number(bytes)} |");
    }
}
