using AppelAide.Host.Directory;
using AppelAide.Host.Persistence;
using Dapper;

namespace AppelAide.Host.Sample;

/// <summary>Puts the sample into an empty directory.</summary>
internal static class SampleStore
{
    private const string Anything = "SELECT (SELECT COUNT(*) FROM place) + (SELECT COUNT(*) FROM organization)";

    private const string Place = """
        INSERT INTO place (id, name, kind, parent_id, mrc, region, latitude, longitude, time_zone, postal_codes, aliases, population)
        VALUES (@id, @name, @kind, @parent, @mrc, @region, @latitude, @longitude, @zone, @postalCodes, @aliases, @population)
        """;

    private const string Organization = """
        INSERT INTO organization (id, name, description_fr, description_en, phone, email, url)
        VALUES (@id, @name, @descriptionFr, @descriptionEn, @phone, @email, @url)
        """;

    private const string Location = """
        INSERT INTO location (id, organization_id, name, address, place_id, latitude, longitude, wheelchair)
        VALUES (@id, @organization, @name, @address, @place, @latitude, @longitude, @wheelchair)
        """;

    private const string Service = """
        INSERT INTO service (id, organization_id, name_fr, name_en, description_fr, description_en, languages, bring_fr, bring_en, cost, covers)
        VALUES (@id, @organization, @nameFr, @nameEn, @descriptionFr, @descriptionEn, @languages, @bringFr, @bringEn, @cost, @covers)
        """;

    private const string Need = "INSERT INTO service_need (service_id, need) VALUES (@service, @need)";

    private const string Phone = """
        INSERT INTO phone (id, service_id, number, extension, type, description) VALUES (@id, @service, @number, '', 'voice', '')
        """;

    private const string Site = "INSERT INTO service_at_location (id, service_id, location_id) VALUES (@id, @service, @location)";

    private const string Schedule = """
        INSERT INTO schedule (id, service_at_location_id, byday, opens_at, closes_at) VALUES (@id, @site, @days, @opens, @closes)
        """;

    private const string Training = """
        INSERT INTO training (id, organization_id, location_id, title_fr, title_en, description_fr, description_en, topic, language, level,
          cost, bring_fr, bring_en, seats)
        VALUES (@id, @organization, @location, @titleFr, @titleEn, @descriptionFr, @descriptionEn, @topic, @language, @level,
          @cost, @bringFr, @bringEn, @seats)
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

    public static bool IsEmpty(WriteScope scope) => scope.QueryFirst<long>(Anything) == 0;

    public static void Insert(WriteScope scope, SampleRows rows)
    {
        All(Place, rows.Places);
        All(Organization, rows.Organizations);
        All(Location, rows.Locations);
        All(Service, rows.Services);
        All(Need, rows.Needs);
        All(Phone, rows.Phones);
        All(Site, rows.Sites);
        All(Schedule, rows.Schedules);
        All(Training, rows.Trainings);
        All(Session, rows.Sessions);
        All(Consultation, rows.Consultations);
        All(Question, rows.Questions);
        DirectoryStore.Changed(scope);

        void All(string sql, List<object> rows) => scope.Connection.Execute(sql, rows, scope.Transaction);
    }
}
