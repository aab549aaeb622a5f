using AppelAide.Host.Persistence;
using Dapper;

namespace AppelAide.Host.Calls.Review;

/// <summary>What conversations led to, gathered from the features that keep it. By the caller first: few have done much.</summary>
internal sealed class CallConsequenceReader(Database database)
{
    private const string Registrations = """
        SELECT 'registration' AS kind, training_session.id AS id, training.title_fr, training.title_en, registration.state, training_session.date AS detail,
          registration.registered_at AS at
        FROM registration
        JOIN training_session ON training_session.id = registration.session_id
        JOIN training ON training.id = training_session.training_id
        WHERE registration.caller_id = @CallerId AND registration.conversation_no = @No
        """;

    private const string Messages = """
        SELECT 'message' AS kind, CAST(outbox_message.id AS varchar(20)) AS id, outbox_message.body AS title_fr, outbox_message.body AS title_en, outbox_message.state,
          outbox_message.kind AS detail, outbox_message.created_at AS at
        FROM outbox_message
        WHERE outbox_message.conversation_no = @No
        """;

    private const string Callbacks = """
        SELECT 'callback' AS kind, CAST(queue_item.id AS varchar(20)) AS id, '' AS title_fr, '' AS title_en, queue_item.state, '' AS detail,
          queue_item.due_by AS at
        FROM queue_item
        WHERE queue_item.caller_id = @CallerId AND queue_item.conversation_no = @No
        """;

    private const string Reports = """
        SELECT 'report' AS kind, record_report.service_id AS id, COALESCE(service.name_fr, '') AS title_fr, COALESCE(service.name_en, '') AS title_en,
          record_report.state, record_report.kind AS detail, record_report.at
        FROM record_report
        LEFT JOIN service ON service.id = record_report.service_id
        WHERE record_report.conversation_no = @No
        """;

    private const string Consultations = """
        SELECT 'consultation' AS kind, consultation.id, consultation.title_fr, consultation.title_en, 'answered' AS state,
          CAST(COUNT(*) AS varchar(20)) AS detail, MIN(consultation_answer.answered_at) AS at
        FROM consultation_answer
        JOIN consultation ON consultation.id = consultation_answer.consultation_id
        WHERE consultation_answer.caller_id = @CallerId AND consultation_answer.conversation_no = @No
        GROUP BY consultation.id, consultation.title_fr, consultation.title_en
        """;

    private const string Referrals = """
        SELECT 'referral' AS kind, referral.service_id AS id, COALESCE(service.name_fr, '') AS title_fr, COALESCE(service.name_en, '') AS title_en,
          referral.how AS state, referral.need AS detail, referral.at
        FROM referral
        LEFT JOIN service ON service.id = referral.service_id
        WHERE referral.conversation_no = @No
        """;

    private const string Subscriptions = """
        SELECT 'subscription' AS kind, subscription.topic AS id, '' AS title_fr, '' AS title_en, subscription.channel AS state, subscription.place_id AS detail,
          subscription.since AS at
        FROM subscription
        WHERE subscription.caller_id = @CallerId AND subscription.conversation_no = @No
        """;

    private static readonly string[] All = [Registrations, Referrals, Consultations, Subscriptions, Messages, Callbacks, Reports];

    /// <summary>What a conversation led to, in the order in which it happened.</summary>
    /// <param name="no">The conversation.</param>
    /// <param name="callerId">Whose it is.</param>
    /// <param name="ct">Gives up.</param>
    public Task<List<CallConsequence>> ListAsync(long no, long callerId, CancellationToken ct) => database.ReadAsync(
        connection => All.SelectMany(sql => connection.Query<CallConsequence>(sql, new { No = no, CallerId = callerId })).OrderBy(led => led.At).ToList(), ct);
}
