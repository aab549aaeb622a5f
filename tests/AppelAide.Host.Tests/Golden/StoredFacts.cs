using AppelAide.Host.Directory;
using AppelAide.Host.Persistence;
using Dapper;

namespace AppelAide.Host.Tests.Golden;

/// <summary>What the database keeps of a conversation, as the <c>=</c> lines of a golden file.</summary>
internal static class StoredFacts
{
    private const string Conversation = "SELECT outcome, place_id FROM conversation WHERE no = @no";

    private const string CallerOf = "SELECT caller_id FROM conversation WHERE no = @no";

    private const string Caller = "SELECT caller.language, caller.slow FROM caller JOIN conversation ON caller.id = caller_id WHERE no = @no";

    private const string Registration = """
        SELECT session_id || ', ' || registration.state || ', no ' || code || CASE WHEN name = '' THEN '' ELSE ', ' || name END
          || CASE WHEN name_recording IS NULL THEN '' ELSE ', name recorded' END
          || CASE WHEN contact_id = caller_id THEN '' ELSE ', told at another number' END
        FROM registration WHERE conversation_no = @no ORDER BY id
        """;

    private const string Message = """
        SELECT session_id || ' no ' || code || ', ' || topic || CASE WHEN asks = 0 THEN '' ELSE ', ' || COALESCE(answer, 'no answer') END
          || CASE WHEN reached_at IS NULL THEN '' ELSE ', reached' END || ', ' || registration.state
        FROM registration_message JOIN registration ON registration.id = registration_id
        WHERE caller_id = @caller OR contact_id = @caller ORDER BY created_at, registration_id, topic
        """;

    private const string Answer = """
        SELECT consultation_id || ' ' || number || ': ' || CASE WHEN recording_sid IS NOT NULL THEN seconds || ' s' WHEN value = '' THEN '-' ELSE value END
        FROM consultation_answer WHERE conversation_no = @no ORDER BY answered_at, consultation_id, number
        """;

    private const string Referral = "SELECT service_id || ', ' || need || ', ' || how FROM referral WHERE conversation_no = @no ORDER BY id";

    private const string Report = "SELECT service_id || ', ' || COALESCE(location_id, '-') || ', ' || kind FROM record_report WHERE conversation_no = @no ORDER BY id";

    private const string Callback = "SELECT due_by FROM callback_request WHERE conversation_no = @no ORDER BY id";

    private const string Recording = "SELECT purpose || ', ' || seconds || ' s' FROM recording WHERE conversation_no = @no ORDER BY id";

    private const string Consent = """
        SELECT CASE given WHEN 1 THEN 'yes' ELSE 'no' END || ', "' || words || '"' || CASE purpose WHEN 'messages' THEN '' ELSE ', ' || purpose END FROM consent
        WHERE caller_id = (SELECT caller_id FROM conversation WHERE no = @no) ORDER BY id
        """;

    private const string Subscription = "SELECT topic || ', ' || place_id || ', ' || channel FROM subscription WHERE conversation_no = @no ORDER BY topic, place_id";

    private const string Outbox = "SELECT language || ', ' || segments || ': ' || body FROM outbox_message WHERE conversation_no = @no ORDER BY id";

    private const string Segments = "SELECT segments FROM turn WHERE conversation_no = @no ORDER BY turn_no";

    private const string Intents = "SELECT intent || COALESCE(' ' || need, '') FROM turn WHERE conversation_no = @no AND intent IS NOT NULL ORDER BY turn_no";

    /// <summary>What a citizen was told of registrations, and answered.</summary>
    public static Task<List<string>> OfMessagesAsync(Database database, long caller) =>
        database.ReadAsync(connection => connection.Query<string>(Message, new { caller }).Select(row => $"message: {row}").ToList(), default);

    /// <summary>The facts of a conversation, in a fixed order; what is empty is left out.</summary>
    public static Task<List<string>> OfAsync(Database database, PlaceTree places, long no) => database.ReadAsync(
        connection =>
        {
            var facts = new List<string>();
            var (outcome, place) = connection.QuerySingle<(string?, string?)>(Conversation, new { no });
            Add("outcome", outcome);
            Add("place", place is null ? null : places.Label(places.Find(place)!));
            var (language, slow) = connection.QuerySingle<(string, bool)>(Caller, new { no });
            Add("language", language == "fr" ? null : language);
            Add("slow", slow ? "yes" : null);
            Add("intents", string.Join(", ", All(Intents)));
            foreach (var (name, sql) in new[]
            {
                ("registration", Registration), ("answer", Answer), ("referral", Referral), ("report", Report), ("callback", Callback), ("recording", Recording),
                ("consent", Consent), ("subscription", Subscription), ("outbox", Outbox),
            })
            {
                foreach (var row in All(sql)) Add(name, row);
            }

            foreach (var row in connection.Query<string>(Message, new { caller = connection.QuerySingle<long>(CallerOf, new { no }) })) Add("message", row);
            Add("segments", string.Join(' ', All(Segments).Where(count => count != "0")));
            return facts;

            void Add(string name, string? value)
            {
                if (!string.IsNullOrEmpty(value)) facts.Add($"{name}: {value}");
            }

            IEnumerable<string> All(string sql) => connection.Query<string>(sql, new { no });
        },
        default);
}
