using System.Globalization;
using System.Text.Encodings.Web;
using System.Xml.Linq;
using Microsoft.AspNetCore.Html;

namespace AppelAide.Host.Console.Plots;

/// <summary>
/// A drawing in the page. It is built as elements, so that whatever its words hold they are words; its looks are classes and attributes alone, for the
/// pages allow no inline style.
/// </summary>
internal sealed class Svg : IHtmlContent
{
    private readonly XElement root;

    private Svg(XElement root) => this.root = root;

    /// <summary>A drawing that is read as one picture.</summary>
    /// <param name="kind">Its class.</param>
    /// <param name="width">In its own units.</param>
    /// <param name="height">In its own units.</param>
    /// <param name="title">What it shows, in a sentence.</param>
    /// <param name="content">Its elements.</param>
    public static Svg Picture(string kind, double width, double height, string title, IEnumerable<XElement> content) => new(
        new XElement(
            "svg",
            new XAttribute("class", kind),
            new XAttribute("viewBox", $"0 0 {N(width)} {N(height)}"),
            new XAttribute("width", N(width)),
            new XAttribute("height", N(height)),
            new XAttribute("role", "img"),
            new XAttribute("aria-label", Clean(title)),
            content));

    /// <summary>A drawing that says nothing that is not beside it in words.</summary>
    public static Svg Ornament(string kind, double width, double height, IEnumerable<XElement> content) => new(
        new XElement(
            "svg",
            new XAttribute("class", kind),
            new XAttribute("viewBox", $"0 0 {N(width)} {N(height)}"),
            new XAttribute("preserveAspectRatio", "none"),
            new XAttribute("aria-hidden", "true"),
            new XAttribute("focusable", "false"),
            content));

    /// <summary>An element with attributes; numbers are written as SVG reads them.</summary>
    public static XElement Element(string name, string kind, params ReadOnlySpan<(string Name, object Value)> attributes)
    {
        var element = new XElement(name);
        if (kind.Length > 0) element.Add(new XAttribute("class", Clean(kind)));
        foreach (var (attribute, value) in attributes) element.Add(new XAttribute(attribute, value is double number ? N(number) : Clean(Convert.ToString(value, CultureInfo.InvariantCulture)!)));
        return element;
    }

    /// <summary>Words at a point.</summary>
    public static XElement Words(string kind, double x, double y, string words)
    {
        var text = Element("text", kind, ("x", x), ("y", y));
        text.Add(Clean(words));
        return text;
    }

    /// <summary>What is read where the pointer rests.</summary>
    public static XElement Title(string words) => new("title", Clean(words));

    /// <summary>A number as SVG reads it.</summary>
    public static string N(double number) => Math.Round(number, 1).ToString(CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public void WriteTo(TextWriter writer, HtmlEncoder encoder) => writer.Write(ToString());

    /// <inheritdoc/>
    public override string ToString() => root.ToString(SaveOptions.DisableFormatting);

    /// <summary>Characters that no XML may hold would end the page in an exception.</summary>
    private static string Clean(string words) => string.Concat(words.Where(System.Xml.XmlConvert.IsXmlChar));
}
