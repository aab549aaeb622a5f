using AppelAide.Host.Directory;
using AppelAide.Host.Directory.Import;
using AppelAide.Host.Persistence;
using AppelAide.Host.Sheets;
using Dapper;

namespace AppelAide.Host.Sample;

/// <summary>Puts the sample into an empty directory.</summary>
internal static class SampleStore
{
    /// <summary>Who publishes the sample.</summary>
    public const string Source = "sample";

    private const string Records = "SELECT COUNT(*) FROM hsds_record";

    private const string Places = "SELECT COUNT(*) FROM place";

    private const string Sheets = "SELECT COUNT(*) FROM fact_sheet";

    private const string Offers = "SELECT (SELECT COUNT(*) FROM training) + (SELECT COUNT(*) FROM consultation)";

    private const string Place = """
        INSERT INTO place (id, name, kind, parent_id, mrc, region, latitude, longitude, time_zone, postal_codes, aliases, population)
        VALUES (@id, @name, @kind, @parent, @mrc, @region, @latitude, @longitude, @zone, @postalCodes, @aliases, @population)
        """;

    private const string Training = """
        INSERT INTO training (id, organization_id, location_id, title_fr, title_en, description_fr, description_en, topic, language, level,
          cost, bring_fr, bring_en, seats, kind, access_fr, access_en, dial_in, contact_phone)
        VALUES (@id, @organization, @location, @titleFr, @titleEn, @descriptionFr, @descriptionEn, @topic, @language, @level,
          @cost, @bringFr, @bringEn, @seats, @kind, @accessFr, @accessEn, @dialIn, @contactPhone)
        """;

    private const string Session = """
        INSERT INTO training_session (id, training_id, date, starts_at, ends_at, state) VALUES (@id, @training, @date, @start, @end, 'planned')
        """;

    private const string Consultation = """
        INSERT INTO consultation (id, title_fr, title_en, by_fr, by_en, minutes, opens_on, closes_on)
        VALUES (@id, @titleFr, @titleEn, @byFr, @byEn, @minutes, @opens, @closes)
        """;

    private const string Question = """
        INSERT INTO consultation_question (consultation_id, number, kind, text_fr, text_en, minimum, maximum,
          option1_fr, option1_en, option2_fr, option2_en, option3_fr, option3_en, option4_fr, option4_en)
        VALUES (@consultation, @number, @kind, @textFr, @textEn, @minimum, @maximum,
          @option1Fr, @option1En, @option2Fr, @option2En, @option3Fr, @option3En, @option4Fr, @option4En)
        """;

    /// <summary>Whether nobody has ever imported anything: not even the sample.</summary>
    public static bool IsEmpty(WriteScope scope) => scope.QueryFirst<long>(Records) == 0;

    /// <summary>Inserts what is missing: a line that was installed before there were imports has its places, trainings and consultations already.</summary>
    public static void Insert(WriteScope scope, SampleRows rows)
    {
        if (scope.QueryFirst<long>(Places) == 0)
            All(Place, rows.Places);
        var writer = new RecordWriter(scope.Dialect);
        foreach (var record in rows.Records)
            writer.Write(scope, record, Source, record.Fingerprint());
        if (scope.QueryFirst<long>(Offers) == 0)
        {
            All(Training, rows.Trainings);
            All(Session, rows.Sessions);
            All(Consultation, rows.Consultations);
            All(Question, rows.Questions);
        }

        if (scope.QueryFirst<long>(Sheets) == 0)
            FactSheetStore.Insert(scope, rows.Sheets);

        DirectoryStore.Changed(scope);

        void All(string sql, List<object> rows) => scope.Connection.Execute(sql, rows, scope.Transaction);
    }
}
