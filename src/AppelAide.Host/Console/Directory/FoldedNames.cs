using System.Collections.Frozen;
using System.Runtime.CompilerServices;
using AppelAide.Dialogue.Language;
using AppelAide.Host.Directory;

namespace AppelAide.Host.Console.Directory;

/// <summary>The names of the services without accents or capitals, made once for a version of the directory.</summary>
internal static class FoldedNames
{
    private static readonly ConditionalWeakTable<DirectorySnapshot, FrozenDictionary<string, string>> Made = [];

    /// <summary>By service: both names, the organization and the identifier, in one text.</summary>
    public static FrozenDictionary<string, string> Of(DirectorySnapshot directory) => Made.GetValue(
        directory,
        snapshot => snapshot.AllServices.ToFrozenDictionary(
            service => service.Id,
            service => TextFolding.Fold($"{service.Name.Fr} {service.Name.En} {service.Organization} {service.Id}")));
}
