namespace AppelAide.Host.Directory.Hsds.Writing;

/// <summary>A row with the identifiers that an export has: UUIDs, in its own id and in all that it refers to.</summary>
internal static class ExportedIds
{
    public static HsdsRecord Of(HsdsRecord record)
    {
        var table = HsdsTables.Get(record.Table);
        var exported = new HsdsRecord(record.Table, HsdsIdentity.Export(record.Table, record.Id), record.Fields);
        foreach (var field in table.Fields)
        {
            if (field.Kind == HsdsFieldKind.Uuid && record[field.Name] is { Length: > 0 } id && !HsdsIdentity.IsUuid(id))
                exported = exported.With(field.Name, HsdsIdentity.Export(Referred(table, field, record), id));
        }

        return exported;
    }

    private static string Referred(HsdsTable table, HsdsField field, HsdsRecord record) => field.Name switch
    {
        "link_id" => record["link_entity"],
        "resource_id" => record["resource_type"],
        _ when field.Name == table.ParentField => table.Name,
        _ => field.References,
    };
}
