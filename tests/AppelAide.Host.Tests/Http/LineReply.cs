using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace AppelAide.Host.Tests.Http;

/// <summary>What the line answered to a webhook.</summary>
internal sealed partial class LineReply
{
    private readonly XElement? response;

    public LineReply(HttpStatusCode status, string? contentType, bool mayBeKept, string document)
    {
        Status = status;
        ContentType = contentType;
        MayBeKept = mayBeKept;
        Document = document;
        response = document.Length > 0 ? XDocument.Parse(document).Root : null;
    }

    public HttpStatusCode Status { get; }

    public string? ContentType { get; }

    public bool MayBeKept { get; }

    /// <summary>The document, to the letter.</summary>
    public string Document { get; }

    /// <summary>The document without the words that help recognition, which a host that reads a turn from the database does not have.</summary>
    public string WithoutHints => Hints().Replace(Document, "");

    /// <summary>All that is said, as one line; a pause is a blank.</summary>
    public string Said => Words(response?.Descendants("Say") ?? []);

    /// <summary>The text message.</summary>
    public string Message => Words(response?.Elements("Message") ?? []);

    /// <summary>The languages of what is said, in order, such as <c>fr en</c>.</summary>
    public string Languages => string.Join(' ', (response?.Descendants("Say") ?? []).Select(say => say.Attribute("language")!.Value[..2]).Distinct());

    /// <summary>What the line does after its words: Gather, Dial, Record, Hangup, Message.</summary>
    public string Verb => response?.Elements().FirstOrDefault(element => element.Name != "Say")?.Name.LocalName ?? "";

    /// <summary>Where the next input goes.</summary>
    public string Action => response?.Elements().Select(element => element.Attribute("action")?.Value).FirstOrDefault(action => action is not null) ?? "";

    /// <summary>The number that is dialled.</summary>
    public string Dialled => response?.Element("Dial")?.Value ?? "";

    /// <summary>What a caller needs: words, then something to do; a document that the provider takes and nobody keeps.</summary>
    public LineReply IsUsable()
    {
        Assert.Equal(HttpStatusCode.OK, Status);
        Assert.Equal("application/xml; charset=utf-8", ContentType);
        Assert.False(MayBeKept);
        Assert.InRange(Encoding.UTF8.GetByteCount(Document), 1, 64_000);
        Assert.Contains(Verb, new[] { "Gather", "Dial", "Record", "Hangup" });
        Assert.NotEqual("", Said);
        return this;
    }

    /// <summary>What a sender needs: one message.</summary>
    public LineReply IsUsableText()
    {
        Assert.Equal(HttpStatusCode.OK, Status);
        Assert.Equal("application/xml; charset=utf-8", ContentType);
        Assert.NotEqual("", Message);
        return this;
    }

    private static string Words(IEnumerable<XElement> elements) =>
        Blanks().Replace(string.Join(' ', elements.SelectMany(element => element.DescendantNodes().OfType<XText>()).Select(text => text.Value)), " ").Trim();

    [GeneratedRegex(" hints=\"[^\"]*\"")]
    private static partial Regex Hints();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
