namespace AppelAide.Dialogue.Language;

/// <summary>How well keys spell a name; greater is better.</summary>
public enum KeypadRank
{
    /// <summary>They do not spell it.</summary>
    None,

    /// <summary>They are its initials, with or without small words: 726 for Sainte-Anne-des-Monts.</summary>
    Initials,

    /// <summary>They begin it as people shorten it: without Saint or Sainte, without a leading article, or with St, Ste.</summary>
    Abbreviation,

    /// <summary>They are its first letters.</summary>
    Prefix,

    /// <summary>They are all its letters.</summary>
    Exact,
}
