namespace AppelAide.Host.Directory.Import;

/// <summary>How a record that is read stands to the directory.</summary>
internal enum Meeting
{
    /// <summary>It is not there, or was retired.</summary>
    Added,

    /// <summary>It is not as it was last published.</summary>
    Changed,

    /// <summary>It is.</summary>
    Unchanged,
}
