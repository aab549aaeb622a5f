using AppelAide.Host.Persistence;

namespace AppelAide.Host.Directory.Editing;

/// <summary>Whose hand makes a change, and what they saw when they began.</summary>
/// <param name="Staff">Their name, for the history.</param>
/// <param name="Mark">What the record was marked with in their form; null when they mean whatever is there.</param>
/// <param name="Begin">Run first in the transaction: false when the same form was sent before. It may write, and is undone with the change.</param>
internal sealed record EditHand(string Staff, string? Mark, Func<WriteScope, bool>? Begin);
