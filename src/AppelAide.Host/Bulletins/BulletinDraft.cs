namespace AppelAide.Host.Bulletins;

/// <summary>What staff write.</summary>
/// <param name="Topic">One of <see cref="Topics"/>.</param>
/// <param name="Places">Names of places, or their identifiers; none for everywhere.</param>
/// <param name="French">What it says in French.</param>
/// <param name="English">What it says in English.</param>
/// <param name="Author">Who writes it.</param>
internal sealed record BulletinDraft(string Topic, IReadOnlyList<string> Places, string French, string English, string Author);
