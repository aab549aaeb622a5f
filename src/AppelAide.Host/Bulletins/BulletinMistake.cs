namespace AppelAide.Host.Bulletins;

/// <summary>Why something that staff asked for cannot be done, a sentence in each language.</summary>
internal sealed record BulletinMistake(string French, string English);
