using AppelAide.Host.Recordings;

namespace AppelAide.Host.Console.Recordings;

/// <summary>A recording as a page shows it: to be played, or a sentence that says why it cannot be. The partial view is <c>_Sound</c>.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Seconds">Its length.</param>
/// <param name="State"><c>pending</c>, <c>stored</c> or <c>deleted</c>.</param>
/// <param name="Trouble">Why it is not here yet; null when nothing is wrong.</param>
internal sealed record SoundView(long Id, int Seconds, string State, string? Trouble)
{
    /// <summary>Whether it can be played.</summary>
    public bool IsHere => State == "stored";

    /// <summary>Why it cannot be.</summary>
    /// <param name="words">The page's words.</param>
    /// <param name="isConnected">Whether the line has a telephone provider at all.</param>
    public string Why(ConsoleWords words, bool isConnected) => State switch
    {
        "deleted" => words.T("Le son n'existe plus.", "The sound is no longer there."),
        _ when !isConnected => words.T("Il n'y a pas de son à écouter : cette ligne n'est reliée à aucun fournisseur téléphonique.", "There is no sound to play: this line is connected to no telephone provider."),
        _ when Trouble == SoundStore.TooLarge => words.T("Le son est trop long pour être gardé ici. Il est encore chez le fournisseur téléphonique.", "The sound is too long to be kept here. It is still with the telephone provider."),
        _ when Trouble is not null => words.T("Le son n'a pas encore pu être pris chez le fournisseur téléphonique. La ligne essaie de nouveau d'elle-même.", "The sound could not be fetched from the telephone provider yet. The line tries again by itself."),
        _ => words.T("Le son n'est pas encore arrivé. Il faut une ou deux minutes.", "The sound has not arrived yet. It takes a minute or two."),
    };
}
