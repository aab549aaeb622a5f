namespace AppelAide.Dialogue.Language;

/// <summary>The markers before a phrase.</summary>
[Flags]
internal enum PhraseMarks
{
    /// <summary>Anywhere, small misspellings included.</summary>
    None = 0,

    /// <summary><c>=</c>: exactly as spelt.</summary>
    Exact = 1,

    /// <summary><c>^</c>: only as the whole text, politeness aside.</summary>
    Whole = 2,

    /// <summary><c>~</c>: an order (STOP, START): see <see cref="PhraseMatcher.FindOrder"/>.</summary>
    Order = 4,

    /// <summary><c>+</c>: before what else is named: a ride to the doctor is a ride.</summary>
    First = 8,

    /// <summary><c>-</c>: only when nothing else is named: to sign up, for something not said.</summary>
    Last = 16,
}
