using System.Collections.Immutable;
using System.Data.Common;
using AppelAide.Host.Directory.Hsds;
using AppelAide.Host.Directory.Needs;
using Dapper;

namespace AppelAide.Host.Directory.Editing;

/// <summary>Reads a service or an organization for editing, whole as its publisher wrote it, with all that staff edit with it.</summary>
/// <param name="language">In which hours are written.</param>
/// <param name="taxonomy">The needs that there are.</param>
internal sealed class EditSheetReader(string language, NeedTaxonomy taxonomy)
{
    private const string Own = "SELECT source, record FROM hsds_record WHERE kind = @Kind AND id = @Id AND active = 1";

    private const string Organization = "SELECT id, name FROM organization WHERE id = @Id";

    private const string Sites = """
        SELECT site.id, location.id AS location_id, location.name, location.address
        FROM service_at_location site JOIN location ON location.id = site.location_id
        WHERE site.service_id = @Id AND location.active = 1 ORDER BY site.id
        """;

    private const string OfService = """
        SELECT whole.kind, whole.id, whole.record
        FROM {0} part JOIN hsds_record whole ON whole.kind = '{0}' AND whole.id = part.id AND whole.active = 1
        WHERE part.service_at_location_id IN (SELECT id FROM service_at_location WHERE service_id = @Id)
          OR (part.service_at_location_id IS NULL AND part.service_id = @Id)
          OR (part.service_at_location_id IS NULL AND part.service_id IS NULL AND part.location_id IN (SELECT location_id FROM service_at_location WHERE service_id = @Id))
        ORDER BY whole.id
        """;

    private const string OfOrganization = """
        SELECT whole.kind, whole.id, whole.record
        FROM phone part JOIN hsds_record whole ON whole.kind = 'phone' AND whole.id = part.id AND whole.active = 1
        WHERE part.organization_id = @Id AND part.service_id IS NULL AND part.location_id IS NULL AND part.service_at_location_id IS NULL
        ORDER BY whole.id
        """;

    private const string Bring = """
        SELECT whole.kind, whole.id, whole.record
        FROM required_document part JOIN hsds_record whole ON whole.kind = 'required_document' AND whole.id = part.id AND whole.active = 1
        WHERE part.service_id = @Id
        ORDER BY whole.id
        """;

    private static readonly string PhonesOfService = string.Format(null, OfService, "phone");
    private static readonly string HoursOfService = string.Format(null, OfService, "schedule");

    /// <summary>The sheet; null when there is no such record, or no longer.</summary>
    /// <param name="page">The service or organization.</param>
    /// <param name="connection">The database.</param>
    /// <param name="transaction">The write that it is read in; null for none.</param>
    public EditSheet? Read(HistoryPage page, DbConnection connection, DbTransaction? transaction = null)
    {
        if (page.Kind is not (HistoryPage.Service or HistoryPage.Organization))
            return null;
        if (connection.QueryFirstOrDefault<OwnRow>(Own, new { page.Kind, page.Id }, transaction) is not { } own)
            return null;
        var record = HsdsRecord.FromJson(page.Kind, page.Id, own.Record);
        var organization = new NameRow();
        List<SiteRow> sites = [];
        List<HsdsRecord> phones;
        List<HsdsRecord> hours = [];
        if (page.Kind == HistoryPage.Service)
        {
            organization = connection.QueryFirstOrDefault<NameRow>(Organization, new { Id = record["organization_id"] }, transaction) ?? organization;
            sites = connection.Query<SiteRow>(Sites, new { page.Id }, transaction).AsList();
            phones = Records(PhonesOfService);
            hours = Records(HoursOfService);
        }
        else
        {
            phones = Records(OfOrganization);
        }

        var isService = page.Kind == HistoryPage.Service;
        var groups = ImmutableArray.CreateBuilder<EditGroup>();
        groups.Add(Group("record", EditGroupKind.Record, EditOwner.Of(record), [record], isService ? EditFields.Service : EditFields.Organization, field => EditFields.Read(record, field)));
        foreach (var phone in phones)
            groups.Add(Group($"phone:{phone.Id}", EditGroupKind.Phone, Told(EditOwner.Of(phone)), [phone], EditFields.Phone, field => EditFields.Read(phone, field)));
        var all = isService ? new EditOwner(page.Id, "", "", "") : new EditOwner("", "", "", page.Id);
        groups.Add(Group("phone+", EditGroupKind.NewPhone, all, [], EditFields.Phone, _ => ""));
        if (isService)
        {
            groups.AddRange(HoursGroups(hours));
            foreach (var owner in sites.Count == 0 ? [all] : sites.Select(site => Told(new EditOwner("", "", site.Id, ""))))
                groups.Add(Group($"hours+:{owner.Key}", EditGroupKind.NewHours, owner, [], EditFields.Hours, _ => ""));
            groups.AddRange(new EditBoxesReader(taxonomy).Read(all, connection, transaction));
            foreach (var document in Records(Bring))
                groups.Add(Group($"bring:{document.Id}", EditGroupKind.Bring, all, [document], EditFields.Bring, field => EditFields.Read(document, field)));
            groups.Add(Group("bring+", EditGroupKind.NewBring, all, [], EditFields.Bring, _ => ""));
        }

        return new(page, record, own.Source, (organization.Id, organization.Name), groups.ToImmutable());

        List<HsdsRecord> Records(string sql) =>
            connection.Query<RecordRow>(sql, new { page.Id }, transaction).Select(row => HsdsRecord.FromJson(row.Kind, row.Id, row.Record)).ToList();

        EditOwner Told(EditOwner owner) => owner with
        {
            Door = sites.Find(site => site.Id == owner.Site || (owner.Location.Length > 0 && site.LocationId == owner.Location)) is { } site
                ? string.Join(", ", new[] { site.Name, site.Address }.Where(part => part.Length > 0))
                : "",
        };

        IEnumerable<EditGroup> HoursGroups(List<HsdsRecord> rows)
        {
            foreach (var group in rows.Where(HoursText.Fits).GroupBy(row => (Owner: EditOwner.Of(row), From: row["valid_from"], To: row["valid_to"], Starts: row["dtstart"], Until: row["until"])))
            {
                yield return Group($"hours:{group.First().Id}", EditGroupKind.Hours, Told(group.Key.Owner), [.. group], EditFields.Hours, field => field switch
                {
                    "valid_from" => group.Key.From,
                    "valid_to" => group.Key.To,
                    _ => HoursText.Write(group, language),
                });
            }

            foreach (var row in rows.Where(row => !HoursText.Fits(row)))
                yield return Group($"rule:{row.Id}", EditGroupKind.Rule, Told(EditOwner.Of(row)), [row], EditFields.Rule, _ => "");
        }
    }

    private static EditGroup Group(string key, EditGroupKind kind, EditOwner owner, ImmutableArray<HsdsRecord> rows, ImmutableArray<string> fields, Func<string, string> value) =>
        new(key, kind, owner, rows, [.. fields.Select(field => KeyValuePair.Create(field, value(field)))]);

    private sealed record OwnRow
    {
        public string Source { get; init; } = "";
        public string Record { get; init; } = "";
    }

    private sealed record NameRow
    {
        public string Id { get; init; } = "";
        public string Name { get; init; } = "";
    }

    private sealed record SiteRow
    {
        public string Id { get; init; } = "";
        public string LocationId { get; init; } = "";
        public string Name { get; init; } = "";
        public string Address { get; init; } = "";
    }

    private sealed record RecordRow
    {
        public string Kind { get; init; } = "";
        public string Id { get; init; } = "";
        public string Record { get; init; } = "";
    }
}
