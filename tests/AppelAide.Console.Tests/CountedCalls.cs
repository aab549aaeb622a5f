using AppelAide.Dialogue.Engine;
using AppelAide.Dialogue.Inputs;
using AppelAide.Host.Calls.Figures;
using AppelAide.Host.Conversations;
using Microsoft.Extensions.DependencyInjection;

namespace AppelAide.Console.Tests;

/// <summary>Calls and texts of some weeks, held on the real line by people who press at random, and counted.</summary>
internal static class CountedCalls
{
    private static readonly string[] Words = ["j'ai besoin de manger", "Gaspé", "chauffage", "une formation", "blabla", "parler à quelqu'un", "tablette", "Sainte-Anne-des-Monts"];
    private static readonly SemaphoreSlim Gate = new(1);
    private static ConsoleHost? done;

    /// <summary>Makes them, once for a host.</summary>
    public static async Task MakeAsync(ConsoleHost host)
    {
        await Gate.WaitAsync();
        try
        {
            if (done == host) return;
            var dice = new Random(20261122);
            for (var i = 0; i < 140; i++)
            {
                var no = i % 4 == 0 ? await TextAsync(host, dice, i) : await CallAsync(host, dice);
                await SetBackAsync(host, no, (i % 35) + 1, i % 4 == 0);
            }

            var counting = host.Services.GetRequiredService<FigureCounting>();
            while (await counting.CountAsync(default))
            {
            }

            done = host;
        }
        finally
        {
            Gate.Release();
        }
    }

    private static async Task<long> CallAsync(ConsoleHost host, Random dice)
    {
        var line = host.Services.GetRequiredService<ConversationService>();
        var sid = $"CA{Guid.NewGuid():N}";
        var reply = await line.StartCallAsync(sid, $"+1418558{dice.Next(100, 140):0000}", null, trial: false, default);
        for (var step = 0; step < dice.Next(1, 12) && reply.Turn.Expectation is GatherExpectation; step++)
        {
            CallerInput input = dice.Next(8) switch
            {
                0 => new SilenceInput(),
                1 or 2 => new SpeechInput(Words[dice.Next(Words.Length)], 0.9),
                _ => new DigitsInput($"{dice.Next(1, 5)}"),
            };
            reply = (await line.AdvanceCallAsync(reply.ConversationNo, reply.Turn.Number, sid, input, null, default))!;
        }

        await line.CloseCallAsync(sid, 30 + dice.Next(200), default);
        return reply.ConversationNo;
    }

    private static async Task<long> TextAsync(ConsoleHost host, Random dice, int i)
    {
        var line = host.Services.GetRequiredService<ConversationService>();
        var phone = $"+1418558{150 + (i % 40):0000}";
        var reply = await line.ReceiveTextAsync($"SM{Guid.NewGuid():N}", phone, new TextInput(Words[dice.Next(Words.Length)]), trial: false, default);
        for (var step = 0; step < dice.Next(4); step++)
            reply = await line.ReceiveTextAsync($"SM{Guid.NewGuid():N}", phone, new TextInput(dice.Next(2) == 0 ? "1" : Words[dice.Next(Words.Length)]), trial: false, default);
        return reply.ConversationNo;
    }

    /// <summary>As if it had been some days ago, with time between its turns.</summary>
    private static Task SetBackAsync(ConsoleHost host, long no, int days, bool closes) => host.Database.WriteAsync(
        scope =>
        {
            if (closes) scope.Execute("UPDATE conversation SET ended_at = started_at, outcome = COALESCE(outcome, 'abandoned'), last_node = (SELECT node FROM turn WHERE conversation_no = @No ORDER BY turn_no DESC LIMIT 1) WHERE no = @No AND ended_at IS NULL", new { No = no });
            scope.Execute("DELETE FROM session WHERE conversation_no = @No", new { No = no });
            var back = $"-{days} days";
            scope.Execute("UPDATE turn SET at = strftime('%Y-%m-%d %H:%M:%f', at, @Back, '+' || (turn_no * 11) || ' seconds') WHERE conversation_no = @No", new { No = no, Back = back });
            scope.Execute(
                "UPDATE conversation SET started_at = strftime('%Y-%m-%d %H:%M:%f', started_at, @Back), ended_at = strftime('%Y-%m-%d %H:%M:%f', ended_at, @Back, '+4 minutes') WHERE no = @No",
                new { No = no, Back = back });
        },
        default);
}
