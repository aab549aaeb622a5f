using System.Collections.Frozen;
using AppelAide.Dialogue.Definition;

namespace AppelAide.Host.Conversations;

/// <summary>Every question that scripts may put, and who answers it.</summary>
internal sealed class QuestionCatalog(IEnumerable<ILookup> lookups, IEnumerable<ICommand> commands)
{
    private readonly FrozenDictionary<string, ILookup> lookups = lookups.ToFrozenDictionary(lookup => lookup.Signature.Name);
    private readonly FrozenDictionary<string, ICommand> commands = commands.ToFrozenDictionary(command => command.Signature.Name);

    /// <summary>What the checker holds scripts against.</summary>
    public IReadOnlyCollection<QuestionSignature> Signatures =>
        [.. lookups.Values.Select(lookup => lookup.Signature), .. commands.Values.Select(command => command.Signature)];

    /// <summary>Who answers a look-up; null when nobody does.</summary>
    public ILookup? Lookup(string name) => lookups.GetValueOrDefault(name);

    /// <summary>Who carries out a command; null when nobody does.</summary>
    public ICommand? Command(string name) => commands.GetValueOrDefault(name);
}
