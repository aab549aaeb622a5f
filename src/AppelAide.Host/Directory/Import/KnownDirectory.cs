using AppelAide.Host.Directory.Hsds;

namespace AppelAide.Host.Directory.Import;

/// <summary>
/// What the directory holds, without its words: small enough for a million records. Answers whether a record that is read is new, changed or known, and
/// which were not met at the end.
/// </summary>
internal sealed class KnownDirectory(ImportRequest request)
{
    private readonly HashSet<string> sources = [];
    private readonly Dictionary<UInt128, (ulong Fingerprint, bool Active, bool Held)> entries = [];

    // Exports give a UUID to a record whose identifier is none: read back, it is the same record.
    private readonly Dictionary<UInt128, string> aliases = [];

    /// <summary>What references may point at, and what was met.</summary>
    public KnownRecords Records { get; } = new();

    /// <summary>Whether records may go.</summary>
    public bool MayRetire => request.RetireMissing || request.RetireSources.Length > 0;

    /// <summary>A source that is asked to go and never was here; null when all were.</summary>
    public string? UnknownSource => request.RetireSources.FirstOrDefault(source => !sources.Contains(source));

    /// <summary>Learns a record of the directory.</summary>
    public void Add(KnownRow row)
    {
        sources.Add(row.Source);
        entries[KnownRecords.Hash(row.Kind, row.Id)] = (unchecked((ulong)row.Fingerprint), row.Active, row.Held);
        if (!HsdsIdentity.IsUuid(row.Id))
            aliases[KnownRecords.Hash(row.Kind, HsdsIdentity.Export(row.Kind, row.Id))] = row.Id;
        // What is about to go is nothing to refer to.
        if (!row.Active || request.RetireSources.Contains(row.Source))
            return;
        Records.Add(row.Kind, row.Id);
        if (!HsdsIdentity.IsUuid(row.Id))
            Records.Add(row.Kind, HsdsIdentity.Export(row.Kind, row.Id));
    }

    /// <summary>The record under the identifiers that the directory has, for it and for what it names.</summary>
    public HsdsRecord Resolve(HsdsRecord record)
    {
        if (aliases.Count == 0)
            return record;
        var table = HsdsTables.Get(record.Table);
        foreach (var field in table.References)
            Name(field.Name, field.References);
        if (table.ParentField.Length > 0)
            Name(table.ParentField, table.Name);
        switch (record.Table)
        {
            case "attribute": Name("link_id", record["link_entity"]); break;
            case "metadata": Name("resource_id", record["resource_type"]); break;
        }

        return aliases.TryGetValue(KnownRecords.Hash(record.Table, record.Id), out var id) ? new(record.Table, id, record.Fields) : record;

        void Name(string field, string kind)
        {
            if (record[field] is { Length: > 0 } named && HsdsTables.Find(kind) is not null && aliases.TryGetValue(KnownRecords.Hash(kind, named), out var own))
                record = record.With(field, own);
        }
    }

    /// <summary>How a record of the files stands to the directory.</summary>
    public Meeting Meet(HsdsRecord record) =>
        !entries.TryGetValue(KnownRecords.Hash(record.Table, record.Id), out var entry) ? Meeting.Added
        // What staff took away stays away while its publisher writes the same.
        : !entry.Active && !(entry.Held && entry.Fingerprint == record.Fingerprint()) ? Meeting.Added
        : entry.Fingerprint == record.Fingerprint() ? Meeting.Unchanged
        : Meeting.Changed;

    /// <summary>Whether a record of the directory must go, once all files are read.</summary>
    public bool IsGone(KnownRow row) =>
        row.Active
        && ((request.RetireMissing && row.Source == request.Source) || request.RetireSources.Contains(row.Source))
        && !Records.IsMet(row.Kind, row.Id)
        && !Records.IsMet(row.Kind, HsdsIdentity.Export(row.Kind, row.Id));
}
