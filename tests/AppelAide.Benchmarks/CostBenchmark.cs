using AppelAide.Benchmarks.Contestants;
using AppelAide.Host;
using AppelAide.Host.Commands.Telephone;

namespace AppelAide.Benchmarks;

/// <summary><c>cost</c>: what a call costs the citizen, in seconds on the line and in keys, until the first training is heard.</summary>
internal static class CostBenchmark
{
    private static readonly (string Caller, string Way, string[] Acts)[] NewCallers =
    [
        ("new caller", "keys", ["1", "427#", "1"]),
        ("new caller", "voice", ["formation", "Gaspé", "oui"]),
        ("new caller", "voice, at once", ["formation à Gaspé", "oui"]),
    ];

    private static readonly (string Caller, string Way, string[] Acts)[] KnownCallers =
    [
        ("known caller", "keys", ["1"]),
        ("known caller", "voice", ["formation"]),
    ];

    public static async Task RunAsync()
    {
        Console.WriteLine("""

            ## cost

            From the greeting until the first training is heard: the line's words as a voice says them (an estimate), and 2 s for each answer. Without hearing a menu out, it is less.

            | language | caller | by | answers | keys | seconds on the line | of which the line speaks |
            |---|---|---|---|---|---|---|
            """);
        var folder = Contestant.NewFolder();
        try
        {
            await using var app = LineApplication.Build(
                [$"--Database:ConnectionString=Data Source={Path.Combine(folder, "cost.db")}"],
                builder =>
                {
                    builder.Logging.ClearProviders();
                    builder.Configuration["Twilio:AuthToken"] = Contestant.AuthToken;
                });
            await app.Services.OpenLineAsync(CancellationToken.None);
            var number = 14_185_550_000;
            foreach (var language in (string[])["fr", "en"])
            {
                foreach (var (caller, way, acts) in NewCallers)
                    await CallAsync(new InProcessLine(app), $"+{number++}", language, caller, way, acts);
                foreach (var (caller, way, acts) in KnownCallers)
                {
                    // Somebody who told their place in an earlier call, and heard it to its end.
                    await CallAsync(new InProcessLine(app), $"+{number}", language, "", "", ["1", "427#", "1", "0"]);
                    await CallAsync(new InProcessLine(app), $"+{number++}", language, caller, way, acts);
                }
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task CallAsync(InProcessLine line, string from, string language, string caller, string way, string[] acts)
    {
        var (spoken, answering, keys, answers) = (0.0, 0.0, 0, 0);
        var answer = await line.CallAsync(from, language, CancellationToken.None);
        spoken += answer.Seconds;
        var heard = false;
        foreach (var typed in acts)
        {
            var words = language == "en" ? typed.Replace("formation à", "training in", StringComparison.Ordinal).Replace("formation", "training", StringComparison.Ordinal).Replace("oui", "yes", StringComparison.Ordinal) : typed;
            var act = TypedAct.Read(words, answer.Then, language);
            answering += act.Seconds;
            keys += words.Count(c => char.IsAsciiDigit(c) || c == '#');
            answers++;
            answer = await line.AnswerAsync(act.Input!, CancellationToken.None);
            spoken += answer.Seconds;
            heard = answer.Node?.StartsWith("formations.offre", StringComparison.Ordinal) == true;
            if (heard)
                break;
        }

        await line.EndCallAsync((int)(spoken + answering), CancellationToken.None);
        if (caller.Length > 0)
            Console.WriteLine(FormattableString.Invariant(
                $"| {language} | {caller} | {way} | {answers} | {keys} | {(heard ? $"{spoken + answering:0}" : "not heard")} | {spoken:0} |"));
    }
}
