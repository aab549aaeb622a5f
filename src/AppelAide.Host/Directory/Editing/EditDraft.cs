namespace AppelAide.Host.Directory.Editing;

/// <summary>What somebody typed into the form.</summary>
/// <param name="Version">The sheet's mark when the form was made.</param>
/// <param name="Values">What is in the fields now, by the names of the form. A field that is not there is left as it is.</param>
/// <param name="Was">What was in them when the form was made: what was not touched is the other's to change.</param>
internal sealed record EditDraft(string Version, IReadOnlyDictionary<string, string> Values, IReadOnlyDictionary<string, string> Was);
