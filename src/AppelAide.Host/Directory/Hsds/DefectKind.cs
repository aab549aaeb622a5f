namespace AppelAide.Host.Directory.Hsds;

/// <summary>What kind of thing is wrong: what a summary counts.</summary>
internal enum DefectKind
{
    /// <summary>A reference to a row that is not there.</summary>
    DanglingReference,

    /// <summary>An identifier that another row has.</summary>
    DuplicateId,

    /// <summary>A row that is its own ancestor.</summary>
    Cycle,

    /// <summary>Something that must be there and is not.</summary>
    Missing,

    /// <summary>Hours that cannot be.</summary>
    Hours,

    /// <summary>A telephone that cannot be dialled.</summary>
    Phone,

    /// <summary>Coordinates outside the world.</summary>
    Coordinates,

    /// <summary>Letters that were read in the wrong encoding, by somebody or by us.</summary>
    Encoding,

    /// <summary>A date, number or word that is none.</summary>
    Value,

    /// <summary>A file that is not laid out as it should be.</summary>
    Layout,
}
