using AppelAide.Dialogue.Definition;
using AppelAide.Host.Scripts;

namespace AppelAide.Host.Tests.Directory;

/// <summary>The scripts of the repository, for tests that need their needs.</summary>
internal static class SomeScripts
{
    private static readonly Lazy<Script> Shipped = new(() => DialogueParser.Parse(ScriptFolder.Find().Read()).Script!);

    /// <summary>The scripts as a line that is open has them.</summary>
    public static Script Live() => Shipped.Value;
}
