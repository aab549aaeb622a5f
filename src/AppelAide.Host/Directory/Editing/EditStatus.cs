namespace AppelAide.Host.Directory.Editing;

/// <summary>What became of an edit.</summary>
internal enum EditStatus
{
    /// <summary>It is made, and the line says so.</summary>
    Saved,

    /// <summary>Everything was so already.</summary>
    Unchanged,

    /// <summary>The same form was sent before.</summary>
    SentBefore,

    /// <summary>Something in it is wrong; nothing was written.</summary>
    Wrong,

    /// <summary>Somebody else changed the record meanwhile; nothing was written.</summary>
    Overtaken,

    /// <summary>There is no such record, or no longer.</summary>
    Gone,
}
