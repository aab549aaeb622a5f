using AppelAide.Host.Calls.Figures;
using AppelAide.Host.Persistence;

namespace AppelAide.Host.Tests.Calls.Figures;

/// <summary>Made-up conversations, and what is to be counted of them by looking at each one anew.</summary>
internal sealed class SomeConversations(int seed)
{
    private static readonly string[] Nodes = ["accueil.menu", "accueil.mots", "aide.besoin", "aide.offre", "aide.aucun", "lieu.lequel", "message.dire"];
    private static readonly string[] Places = ["", "03005", "04020", "23027"];
    private static readonly string[] Needs = ["food", "housing", "talk"];
    private const int Callers = 12;
    private readonly Random random = new(seed);

    /// <summary>A conversation with its turns and the needs for which a service was found.</summary>
    public sealed record One(CountedConversation Row, List<CountedTurn> Turns, List<string> Found);

    /// <summary>All that were made.</summary>
    public List<One> All { get; } = [];

    /// <summary>Makes conversations of the weeks before a moment.</summary>
    public void Make(int count, long first, DateTimeOffset before)
    {
        for (var i = 0; i < count; i++)
        {
            var began = before.AddMinutes(-random.Next(60, 60 * 24 * 40)).AddMilliseconds(-random.Next(1000));
            var row = new CountedConversation
            {
                No = first + i,
                Channel = random.Next(3) == 0 ? "sms" : "voice",
                CallerId = random.Next(1, Callers),
                StartedAt = InstantFormat.Truncate(began),
                EndedAt = InstantFormat.Truncate(began.AddSeconds(random.Next(5, 900))),
                Language = random.Next(4) == 0 ? "en" : "fr",
                PlaceId = Pick(Places) is { Length: > 0 } place ? place : null,
                Trial = random.Next(8) == 0,
                Seconds = random.Next(5, 900),
            };
            var turns = new List<CountedTurn>();
            var at = began;
            var has = false;
            for (var turn = 1; turn <= random.Next(1, 9); turn++)
            {
                var path = Enumerable.Range(0, random.Next(turn == 1 ? 1 : 0, 4)).Select(_ => Pick(Nodes)).ToList();
                var stands = path.Count > 0 && random.Next(6) > 0 ? path[^1] : Pick(Nodes);
                var words = new List<string>(path);
                if (random.Next(4) == 0)
                {
                    words.Insert(random.Next(words.Count + 1), "=answered");
                    has = true;
                }

                if (random.Next(5) == 0) words.Insert(random.Next(words.Count + 1), "@03005");
                if (random.Next(9) == 0) words.Add("+text");
                turns.Add(new CountedTurn
                {
                    ConversationNo = row.No,
                    At = InstantFormat.Truncate(at),
                    HeardKind = turn == 1 ? row.Channel == "sms" ? "text" : "arrival" : Pick(["digits", "speech", "silence", "recording", "dialended"]),
                    Intent = random.Next(3) == 0 ? "unknown" : "answer",
                    Need = random.Next(4) == 0 ? Pick(Needs) : null,
                    Node = stands,
                    Events = words.Count == 0 && random.Next(2) == 0 ? null : string.Join(' ', words),
                });
                at = at.AddSeconds(random.Next(1, 60));
            }

            var found = Needs.Where(_ => random.Next(4) == 0).ToList();
            All.Add(new One(row with { Outcome = has ? "answered" : "abandoned", LastNode = turns[^1].Node }, turns, found));
        }
    }

    /// <summary>Those who call.</summary>
    public static void WriteCallers(WriteScope scope)
    {
        for (var id = 1; id < Callers; id++)
        {
            scope.Execute(
                "INSERT INTO caller (id, phone_hash, phone_cipher, phone_tail, language, slow, created_at, updated_at) VALUES (@Id, @Hash, @Hash, '42', 'fr', 0, @Now, @Now)",
                new { Id = id, Hash = new[] { (byte)id }, Now = DateTimeOffset.UnixEpoch });
        }
    }

    /// <summary>Writes them as they are kept.</summary>
    public static void Write(WriteScope scope, IEnumerable<One> made, bool ended)
    {
        foreach (var (row, turns, found) in made)
        {
            scope.Execute(
                """
                INSERT INTO conversation (no, channel, provider_sid, caller_id, started_at, ended_at, language, place_id, outcome, last_node, seconds, turns, script_version, trial)
                VALUES (@No, @Channel, @Sid, @CallerId, @StartedAt, @Ended, @Language, @PlaceId, @Outcome, @LastNode, @Seconds, @Count, 'v', @Trial)
                """,
                new { row.No, row.Channel, Sid = $"CA{row.No:x32}", row.CallerId, row.StartedAt, Ended = ended ? row.EndedAt : null, row.Language, row.PlaceId, Outcome = ended ? row.Outcome : null, row.LastNode, row.Seconds, turns.Count, row.Trial });
            foreach (var (index, turn) in turns.Index())
            {
                scope.Execute(
                    """
                    INSERT INTO turn (conversation_no, turn_no, at, heard_kind, heard, intent, need, language, said, node, events, reply, waited_ms, segments)
                    VALUES (@ConversationNo, @TurnNo, @At, @HeardKind, '', @Intent, @Need, 'fr', '', @Node, @Events, '{}', 0, 0)
                    """,
                    new { turn.ConversationNo, TurnNo = index + 1, turn.At, turn.HeardKind, turn.Intent, turn.Need, turn.Node, turn.Events });
            }

            foreach (var (index, need) in found.Index())
            {
                scope.Execute(
                    "INSERT INTO referral (id, conversation_no, caller_id, service_id, need, how, at) VALUES (@Id, @No, @CallerId, 's', @Need, 'told', @StartedAt)",
                    new { Id = (row.No * 10) + index, row.No, row.CallerId, Need = need, row.StartedAt });
            }
        }
    }

    private string Pick(string[] of) => of[random.Next(of.Length)];
}
