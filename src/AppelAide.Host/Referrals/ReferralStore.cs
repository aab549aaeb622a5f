using AppelAide.Host.Persistence;

namespace AppelAide.Host.Referrals;

/// <summary>Which citizen was told of which service.</summary>
internal sealed class ReferralStore(SequenceStore sequences)
{
    private const string Insert = """
        INSERT INTO referral (id, conversation_no, caller_id, service_id, need, how, at)
        VALUES (@id, @conversation, @caller, @service, @need, @how, @at)
        """;

    /// <summary>Notes a referral.</summary>
    /// <param name="scope">The turn's transaction.</param>
    /// <param name="conversation">The conversation.</param>
    /// <param name="caller">Who was told.</param>
    /// <param name="service">Of which service.</param>
    /// <param name="need">For which need.</param>
    /// <param name="how">told, texted or transferred.</param>
    /// <param name="at">When.</param>
    public void Note(WriteScope scope, long conversation, long caller, string service, string need, string how, DateTimeOffset at) =>
        scope.Execute(Insert, new { id = sequences.Next(scope, "referral"), conversation, caller, service, need, how, at });
}
