namespace AppelAide.Host.Directory.Import;

/// <summary>How far an import by staff is.</summary>
internal enum ImportStage
{
    /// <summary>It is being read; nothing is changed.</summary>
    Checking,

    /// <summary>It was read: staff look at the report.</summary>
    Checked,

    /// <summary>It is being applied.</summary>
    Applying,

    /// <summary>It is applied.</summary>
    Applied,

    /// <summary>It could not be read, or another import was at work. Nothing was changed.</summary>
    Refused,
}
