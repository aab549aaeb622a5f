using AppelAide.Dialogue.Engine;

namespace AppelAide.Host.Console.Trial;

/// <summary>A trial as it stands in the database.</summary>
/// <param name="Steps">What was heard and said.</param>
/// <param name="Sent">Texts that the line would have sent meanwhile.</param>
/// <param name="IsOver">Whether the call ended.</param>
internal sealed record TrialExchange(IReadOnlyList<TrialStep> Steps, IReadOnlyList<string> Sent, bool IsOver)
{
    /// <summary>What the line waits for.</summary>
    public Expectation Then => Steps is [.., var last] ? TurnJson.Read(last.Reply).Expectation : new EndExpectation();

    /// <summary>The last turn: what an answer answers.</summary>
    public int TurnNo => Steps is [.., var last] ? last.TurnNo : 0;
}
