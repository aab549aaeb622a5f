using AppelAide.Host.Directory.Hsds;
using AppelAide.Host.Directory.Hsds.Formats;

namespace AppelAide.Host.Directory.Editing;

/// <summary>Which records what was typed changes, adds and takes away.</summary>
internal static class EditPlan
{
    /// <summary>Each record before and after: null where there was or is none.</summary>
    /// <param name="group">A part of the form.</param>
    /// <param name="typed">What it says now; right, as <see cref="EditCheck"/> sees it.</param>
    /// <param name="newId">Makes an identifier for a record that is new.</param>
    public static IEnumerable<(HsdsRecord? Before, HsdsRecord? After)> Of(EditGroup group, Func<string, string> typed, Func<string> newId)
    {
        if (group.Values.All(pair => typed(pair.Key) == pair.Value))
            return [];
        return group.Kind switch
        {
            EditGroupKind.Phone when typed("number").Length == 0 => [(group.Rows[0], null)],
            EditGroupKind.Bring when IsEmpty(group, typed) => [(group.Rows[0], null)],
            EditGroupKind.Record or EditGroupKind.Phone or EditGroupKind.Bring => [(group.Rows[0], group.Values.Aggregate(group.Rows[0], (record, pair) => Changed(record, pair, typed(pair.Key))))],
            EditGroupKind.NewPhone when typed("number").Length > 0 => [(null, Filled("phone", group, typed, newId))],
            EditGroupKind.NewBring when !IsEmpty(group, typed) => [(null, Filled("required_document", group, typed, newId))],
            EditGroupKind.Rule when typed("remove").Length > 0 => [(group.Rows[0], null)],
            EditGroupKind.Hours or EditGroupKind.NewHours => Hours(group, typed, newId),
            EditGroupKind.Needs or EditGroupKind.Languages => Boxes(group, typed, newId),
            _ => [],
        };
    }

    private static bool IsEmpty(EditGroup group, Func<string, string> typed) => group.Values.All(pair => typed(pair.Key).Length == 0);

    private static HsdsRecord Filled(string table, EditGroup group, Func<string, string> typed, Func<string> newId) =>
        group.Values.Aggregate(New(table, group.Owner, newId()), (record, pair) => EditFields.Write(record, pair.Key, typed(pair.Key)));

    private static HsdsRecord Changed(HsdsRecord record, KeyValuePair<string, string> before, string after) =>
        after == before.Value ? record : EditFields.Write(record, before.Key, after);

    // Rows keep their identifiers as far as there are any: a publisher that changes its own then meets them.
    private static IEnumerable<(HsdsRecord? Before, HsdsRecord? After)> Hours(EditGroup group, Func<string, string> typed, Func<string> newId)
    {
        var text = typed("hours");
        if (text == group["hours"] && text.Length > 0)
        {
            foreach (var row in group.Rows)
                yield return (row, Dated(row));
            yield break;
        }

        PlainHours.TryRead(text, out var days, out _);
        foreach (var (number, (on, opens, closes)) in days.Index())
        {
            var row = number < group.Rows.Length ? group.Rows[number] : null;
            var made = row ?? (group.Rows is [var first, ..] ? new HsdsRecord("schedule", newId(), first.Fields) : New("schedule", group.Owner, newId()));
            yield return (row, Dated(made).With("freq", "WEEKLY").With("byday", on).With("opens_at", opens).With("closes_at", closes));
        }

        foreach (var row in group.Rows.Skip(days.Length))
            yield return (row, null);

        HsdsRecord Dated(HsdsRecord row) => row.With("valid_from", typed("valid_from")).With("valid_to", typed("valid_to"));
    }

    // A category may stand for several needs: when one of them is no longer meant it goes, and each of the others is said by itself.
    private static IEnumerable<(HsdsRecord? Before, HsdsRecord? After)> Boxes(EditGroup group, Func<string, string> typed, Func<string> newId)
    {
        var said = new HashSet<string>();
        foreach (var (row, checks) in group.Rows.Zip(group.Checks))
        {
            if (checks.All(field => typed(field).Length > 0))
                said.UnionWith(checks);
            else
                yield return (row, null);
        }

        foreach (var (field, _) in group.Values.Where(pair => typed(pair.Key).Length > 0 && said.Add(pair.Key)))
        {
            yield return (null, group.Kind == EditGroupKind.Needs
                ? new(
                    "attribute",
                    newId(),
                    [
                        KeyValuePair.Create("link_id", group.Owner.Service), KeyValuePair.Create("link_entity", "service"), KeyValuePair.Create("link_type", "need"),
                        KeyValuePair.Create("taxonomy_term_id", NeedTerms.IdOf(field)),
                    ])
                : New("language", group.Owner, newId()).With("code", field));
        }
    }

    private static HsdsRecord New(string table, EditOwner owner, string id) => new(
        table,
        id,
        [
            KeyValuePair.Create("service_id", owner.Service), KeyValuePair.Create("location_id", owner.Location),
            KeyValuePair.Create("service_at_location_id", owner.Site), KeyValuePair.Create("organization_id", owner.Organization),
        ]);
}
