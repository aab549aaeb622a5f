using AppelAide.Host.Directory;

namespace AppelAide.Host.Sheets;

/// <summary>A part of a fact sheet.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Title">What it is about, in a few words.</param>
/// <param name="Text">At most 20 seconds said, and two text messages.</param>
internal sealed record FactSheetChapter(int Number, Bilingual Title, Bilingual Text);
