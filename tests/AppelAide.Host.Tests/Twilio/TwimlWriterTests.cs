using System.Text;
using AppelAide.Host.Twilio;

namespace AppelAide.Host.Tests.Twilio;

public sealed class TwimlWriterTests
{
    [Fact]
    public void An_empty_response_says_nothing()
    {
        using var writer = new TwimlWriter();
        Assert.Equal("""<?xml version="1.0" encoding="UTF-8"?><Response/>""", Encoding.UTF8.GetString(writer.ToDocument()));
    }

    [Fact]
    public void Attributes_come_before_words_and_everything_is_closed()
    {
        using var writer = new TwimlWriter();
        writer.Open("Dial").Attribute("timeout", 5).Attribute("action", "/a?b=\"c\"&d=<e>\n\t").Open("Number").Text("+1").Close();
        writer.Text("a < b\n\"c\"");
        Assert.Equal(
            "<Response><Dial timeout=\"5\" action=\"/a?b=&quot;c&quot;&amp;d=&lt;e&gt;  \"><Number>+1</Number>a &lt; b\n\"c\"</Dial></Response>",
            Encoding.UTF8.GetString(writer.ToDocument())[38..]);
    }

    [Fact]
    public void An_attribute_after_words_is_a_bug()
    {
        using var writer = new TwimlWriter();
        writer.Open("Say").Text("a");
        Assert.Throws<InvalidOperationException>(() => writer.Attribute("voice", "x"));
    }

    [Fact]
    public void A_document_larger_than_the_first_buffer_is_whole()
    {
        using var writer = new TwimlWriter();
        var words = string.Concat(Enumerable.Repeat("é&日😀", 50_000));
        writer.Open("Say").Text(words);
        var document = Encoding.UTF8.GetString(writer.ToDocument());
        Assert.Equal(words, System.Xml.Linq.XElement.Parse(document).Value);
    }
}
