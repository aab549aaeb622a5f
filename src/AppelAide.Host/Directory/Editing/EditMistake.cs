namespace AppelAide.Host.Directory.Editing;

/// <summary>What is wrong in a field, in a sentence.</summary>
/// <param name="Input">Its name in the form.</param>
/// <param name="Fr">The sentence in French.</param>
/// <param name="En">The sentence in English.</param>
internal sealed record EditMistake(string Input, string Fr, string En);
