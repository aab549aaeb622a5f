namespace AppelAide.Host.Directory.Editing;

/// <summary>What a part of a form is.</summary>
internal enum EditGroupKind
{
    /// <summary>The service or organization itself.</summary>
    Record,

    /// <summary>A telephone.</summary>
    Phone,

    /// <summary>A telephone that may be added.</summary>
    NewPhone,

    /// <summary>Hours of a week, perhaps of a season: one line of words for several rows.</summary>
    Hours,

    /// <summary>Hours that may be added.</summary>
    NewHours,

    /// <summary>A row of hours that no line of words says: it can be taken away only.</summary>
    Rule,

    /// <summary>The needs that a service is found under: a box each.</summary>
    Needs,

    /// <summary>The languages that a service is given in: a box each.</summary>
    Languages,

    /// <summary>Something to bring.</summary>
    Bring,

    /// <summary>Something to bring that may be added.</summary>
    NewBring,
}
