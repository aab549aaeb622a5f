using System.Collections.Immutable;
using System.Data.Common;
using AppelAide.Host.Directory.Hsds;
using AppelAide.Host.Directory.Needs;
using Dapper;

namespace AppelAide.Host.Directory.Editing;

/// <summary>Reads what staff check of a service: the needs that its categories stand for, as the line takes them, and the languages that it is given in.</summary>
internal sealed class EditBoxesReader(NeedTaxonomy taxonomy)
{
    private const string Categories = """
        SELECT whole.id, whole.record, term.taxonomy, term.code, term.name
        FROM attribute part
        JOIN taxonomy_term term ON term.id = part.taxonomy_term_id
        JOIN hsds_record whole ON whole.kind = 'attribute' AND whole.id = part.id AND whole.active = 1
        WHERE part.link_entity = 'service' AND part.link_id = @Id
        ORDER BY whole.id
        """;

    private const string Languages = """
        SELECT whole.id, whole.record, part.code
        FROM language part JOIN hsds_record whole ON whole.kind = 'language' AND whole.id = part.id AND whole.active = 1
        WHERE part.service_id = @Id
        ORDER BY whole.id
        """;

    /// <summary>The two parts of the form. A category that stands for no need is nobody's box, and stays.</summary>
    public IEnumerable<EditGroup> Read(EditOwner owner, DbConnection connection, DbTransaction? transaction)
    {
        var categories = connection.Query<Row>(Categories, new { Id = owner.Service }, transaction)
            .Select(row => (Row: HsdsRecord.FromJson("attribute", row.Id, row.Record), Checks: taxonomy.ForTerm(row.Taxonomy, row.Code, row.Name)));
        yield return Boxes("needs", EditGroupKind.Needs, owner, taxonomy.All, categories);
        var languages = connection.Query<Row>(Languages, new { Id = owner.Service }, transaction).Where(row => row.Code.Length > 0)
            .Select(row => (Row: HsdsRecord.FromJson("language", row.Id, row.Record), Checks: ImmutableArray.Create(row.Code))).ToList();
        yield return Boxes("languages", EditGroupKind.Languages, owner, EditFields.Languages.Union(languages.SelectMany(row => row.Checks)), languages);
    }

    private static EditGroup Boxes(
        string key, EditGroupKind kind, EditOwner owner, IEnumerable<string> fields, IEnumerable<(HsdsRecord Row, ImmutableArray<string> Checks)> rows)
    {
        var checking = rows.Where(row => !row.Checks.IsEmpty).ToList();
        var isChecked = checking.SelectMany(row => row.Checks).ToHashSet();
        return new(key, kind, owner, [.. checking.Select(row => row.Row)], [.. fields.Select(field => KeyValuePair.Create(field, isChecked.Contains(field) ? EditFields.Checked : ""))])
        {
            Checks = [.. checking.Select(row => row.Checks)],
        };
    }

    private sealed record Row
    {
        public string Id { get; init; } = "";
        public string Record { get; init; } = "";
        public string Taxonomy { get; init; } = "";
        public string Code { get; init; } = "";
        public string Name { get; init; } = "";
    }
}
