using System.Collections.Immutable;
using System.Data.Common;
using System.Globalization;
using AppelAide.Host.Directory;
using AppelAide.Host.Persistence;
using Dapper;

namespace AppelAide.Host.Consultations;

/// <summary>Consultations and what citizens answered.</summary>
internal sealed class ConsultationStore(Database database)
{
    private const string Consultations = "SELECT id, title_fr, title_en, by_fr, by_en, minutes, opens_on, closes_on FROM consultation";

    private const string Questions = """
        SELECT consultation_id, number, kind, text_fr, text_en, minimum, maximum,
          option1_fr, option1_en, option2_fr, option2_en, option3_fr, option3_en, option4_fr, option4_en
        FROM consultation_question ORDER BY consultation_id, number
        """;

    private const string Answered = "SELECT consultation_id, number FROM consultation_answer WHERE caller_id = @caller";

    private readonly string upsert = database.Dialect.Upsert(
        "consultation_answer",
        ["consultation_id", "caller_id", "number"],
        "consultation_id", "number", "caller_id", "conversation_no", "value", "recording_sid", "seconds", "answered_at");

    /// <summary>Every consultation, for the snapshot.</summary>
    public static ImmutableArray<Consultation> Load(DbConnection connection)
    {
        var questions = connection.Query<QuestionRow>(Questions).ToLookup(row => row.ConsultationId, row => row.ToQuestion());
        return [.. connection.Query<ConsultationRow>(Consultations).Select(row => row.ToConsultation([.. questions[row.Id]]))];
    }

    /// <summary>What a caller has answered, as consultation and question number.</summary>
    public HashSet<(string Consultation, int Number)> AnsweredBy(long caller) =>
        // Both drivers work synchronously inside ReadAsync; on SQLite the task is complete when it is returned.
        database.ReadAsync(
            connection => connection.Query<AnsweredRow>(Answered, new { caller }).Select(row => (row.ConsultationId, row.Number)).ToHashSet(),
            CancellationToken.None).GetAwaiter().GetResult();

    /// <summary>Keeps an answer; one given before is replaced.</summary>
    public void Answer(WriteScope scope, ConsultationAnswer answer) => scope.Execute(upsert, answer);

    private sealed class ConsultationRow
    {
        public string Id { get; init; } = "";
        public string TitleFr { get; init; } = "";
        public string TitleEn { get; init; } = "";
        public string ByFr { get; init; } = "";
        public string ByEn { get; init; } = "";
        public int Minutes { get; init; }
        public string OpensOn { get; init; } = "";
        public string ClosesOn { get; init; } = "";

        public Consultation ToConsultation(ImmutableArray<ConsultationQuestion> questions) =>
            new(Id, new(TitleFr, TitleEn), new(ByFr, ByEn), Minutes, Day(OpensOn), Day(ClosesOn), questions);

        private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
    }

    private sealed class QuestionRow
    {
        public string ConsultationId { get; init; } = "";
        public int Number { get; init; }
        public string Kind { get; init; } = "";
        public string TextFr { get; init; } = "";
        public string TextEn { get; init; } = "";
        public int? Minimum { get; init; }
        public int? Maximum { get; init; }
        public string Option1Fr { get; init; } = "";
        public string Option1En { get; init; } = "";
        public string Option2Fr { get; init; } = "";
        public string Option2En { get; init; } = "";
        public string Option3Fr { get; init; } = "";
        public string Option3En { get; init; } = "";
        public string Option4Fr { get; init; } = "";
        public string Option4En { get; init; } = "";

        public ConsultationQuestion ToQuestion()
        {
            Bilingual[] options = [new(Option1Fr, Option1En), new(Option2Fr, Option2En), new(Option3Fr, Option3En), new(Option4Fr, Option4En)];
            return new(Number, Kind, new(TextFr, TextEn), [.. options.TakeWhile(option => option.Fr.Length > 0)], Minimum, Maximum);
        }
    }

    private sealed class AnsweredRow
    {
        public string ConsultationId { get; init; } = "";
        public int Number { get; init; }
    }
}
