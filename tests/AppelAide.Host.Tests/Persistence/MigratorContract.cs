using AppelAide.Host.Persistence;
using Dapper;

namespace AppelAide.Host.Tests.Persistence;

public abstract class MigratorContract(DatabaseFixture fixture)
{
    private static readonly string[] Tables =
    [
        "sequence", "schema_migration", "caller", "conversation", "turn", "session", "script_version", "sms_received", "consent", "outbox_message", "outbox_attempt", "outbox_report", "subscription", "bulletin",
        "callback_request", "recording", "place", "organization", "location", "service", "service_at_location", "phone", "address", "language", "accessibility", "service_area", "required_document", "cost_option", "taxonomy_term", "attribute",
        "hsds_record", "directory_import", "directory_change",
        "schedule", "referral", "directory_version", "training", "training_session", "registration", "consultation",
        "consultation_question", "consultation_answer", "record_report", "fact_sheet", "fact_sheet_chapter",
        "training_series", "registration_change", "registration_message", "partner_contact", "partner_summary",
        "conversation_topic", "conversation_note", "conversation_note_word", "conversation_tag", "recording_transcript",
        "QRTZ_JOB_DETAILS", "QRTZ_TRIGGERS", "QRTZ_SIMPLE_TRIGGERS", "QRTZ_CRON_TRIGGERS", "QRTZ_SIMPROP_TRIGGERS", "QRTZ_BLOB_TRIGGERS", "QRTZ_CALENDARS",
        "QRTZ_PAUSED_TRIGGER_GRPS", "QRTZ_PAUSED_JOB_GRPS", "QRTZ_FIRED_TRIGGERS", "QRTZ_SCHEDULER_STATE", "QRTZ_LOCKS", "QRTZ_EXECUTION_HISTORY",
        "QRTZ_MISFIRE_HISTORY", "QRTZ_JOB_STATUS",
        "staff_account", "staff_recovery_code", "staff_link", "audit_entry", "data_protection_key", "form_receipt", "staff_guess",
        "figure_day", "figure_outcome", "figure_place", "figure_people", "figure_person", "figure_need", "figure_need_place", "figure_node", "figure_edge",
        "record_history",
        "recording_sound", "recording_trouble", "queue_item", "queue_event",
    ];

    [ContractFact]
    public async Task Every_table_is_there_after_the_migrations()
    {
        foreach (var table in Tables)
            Assert.True(await fixture.Database.ReadAsync(c => c.ExecuteScalar<long>($"SELECT COUNT(*) FROM {table}"), default) >= 0);
    }

    [ContractFact]
    public async Task Nothing_is_applied_twice()
    {
        var migrator = new Migrator(fixture.Database, TimeProvider.System);
        Assert.Empty(await migrator.MigrateAsync(default));
        Assert.All(await migrator.StatusAsync(default), state => Assert.NotNull(state.AppliedAt));
    }

    [ContractFact]
    public async Task A_migration_that_fails_half_way_leaves_nothing()
    {
        await using var database = await fixture.CreateEmptyAsync();
        using var folder = new MigrationFolder(database);
        folder.Write("0001_first.sql", "CREATE TABLE first (id int NOT NULL);");
        folder.Write("0002_second.sql", "CREATE TABLE second (id int NOT NULL);\nGO\nINSERT INTO second (id) VALUES (1);\nGO\nINSERT INTO nowhere (id) VALUES (1);");

        var refusal = await Assert.ThrowsAsync<MigrationException>(() => folder.Migrator.MigrateAsync(default));
        Assert.Contains("0002_second", refusal.Message, StringComparison.Ordinal);
        Assert.False(await ExistsAsync(database, "second"));
        Assert.True(await ExistsAsync(database, "first"));
        var states = await folder.Migrator.StatusAsync(default);
        Assert.Null(states[1].AppliedAt);

        // Mended, it goes on from there.
        folder.Write("0002_second.sql", "CREATE TABLE second (id int NOT NULL);");
        Assert.Equal("0002_second", Assert.Single(await folder.Migrator.MigrateAsync(default)).ToString());
    }

    [ContractFact]
    public async Task A_migration_changed_after_it_was_applied_is_refused()
    {
        await using var database = await fixture.CreateEmptyAsync();
        using var folder = new MigrationFolder(database);
        folder.Write("0001_first.sql", "CREATE TABLE first (id int NOT NULL);\n");
        await folder.Migrator.MigrateAsync(default);

        // Line endings are git's business.
        folder.Write("0001_first.sql", "CREATE TABLE first (id int NOT NULL);\r\n");
        Assert.Empty(await folder.Migrator.MigrateAsync(default));

        folder.Write("0001_first.sql", "CREATE TABLE first (id bigint NOT NULL);\n");
        var refusal = await Assert.ThrowsAsync<MigrationException>(() => folder.Migrator.MigrateAsync(default));
        Assert.Contains("0001_first was changed after it was applied", refusal.Message, StringComparison.Ordinal);
    }

    [ContractFact]
    public async Task A_database_newer_than_the_program_is_refused()
    {
        await using var database = await fixture.CreateEmptyAsync();
        using var newer = new MigrationFolder(database);
        newer.Write("0001_first.sql", "CREATE TABLE first (id int NOT NULL);");
        newer.Write("0002_second.sql", "CREATE TABLE second (id int NOT NULL);");
        await newer.Migrator.MigrateAsync(default);

        using var older = new MigrationFolder(database);
        older.Write("0001_first.sql", "CREATE TABLE first (id int NOT NULL);");
        var refusal = await Assert.ThrowsAsync<MigrationException>(() => older.Migrator.MigrateAsync(default));
        Assert.Contains("newer than the program", refusal.Message, StringComparison.Ordinal);
    }

    [ContractFact]
    public async Task Migrators_that_start_at_once_apply_each_migration_once()
    {
        await using var first = await fixture.CreateEmptyAsync();
        await using var second = fixture.OpenAnother(first);
        var applied = await Task.WhenAll(
            Task.Run(() => new Migrator(first, TimeProvider.System).MigrateAsync(default)),
            Task.Run(() => new Migrator(second, TimeProvider.System).MigrateAsync(default)));
        Assert.Equal([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17], applied.SelectMany(list => list).Select(migration => migration.Number).Order());
    }

    private static Task<bool> ExistsAsync(Database database, string table) => database.ReadAsync(
        connection =>
        {
            try
            {
                connection.Execute($"SELECT COUNT(*) FROM {table}");
                return true;
            }
            catch (System.Data.Common.DbException)
            {
                return false;
            }
        },
        default);
}

public sealed class SqliteMigratorTests(SqliteFixture fixture) : MigratorContract(fixture), IClassFixture<SqliteFixture>;

public sealed class SqlServerMigratorTests(SqlServerFixture fixture) : MigratorContract(fixture), IClassFixture<SqlServerFixture>;
