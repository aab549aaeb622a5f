using AppelAide.Host.Directory.Editing;

namespace AppelAide.Host.Console.Directory;

/// <summary>A part of a form that is boxes to check.</summary>
/// <param name="Form">The form.</param>
/// <param name="Group">The part.</param>
internal sealed record BoxPart(EditModel Form, EditGroup Group);
