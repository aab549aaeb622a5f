namespace AppelAide.Host.Directory.Editing;

/// <summary>Undoes what a transaction did so far, and carries out of it why.</summary>
/// <typeparam name="T">What became of it.</typeparam>
/// <param name="outcome">What became of it.</param>
internal sealed class NotMadeException<T>(T outcome) : Exception
{
    public T Outcome { get; } = outcome;
}
