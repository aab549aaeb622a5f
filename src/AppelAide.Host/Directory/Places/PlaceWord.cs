namespace AppelAide.Host.Directory.Places;

/// <summary>A word that may belong to a place's name.</summary>
/// <param name="Text">Folded, singular.</param>
/// <param name="AfterCue">Whether the word before it says that a place follows: <c>à</c>, <c>dans</c>, <c>reste</c>, <c>near</c>.</param>
internal readonly record struct PlaceWord(string Text, bool AfterCue);
