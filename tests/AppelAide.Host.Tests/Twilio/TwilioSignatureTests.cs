using AppelAide.Host.Twilio;
using Microsoft.AspNetCore.Http;

namespace AppelAide.Host.Tests.Twilio;

public sealed class TwilioSignatureTests
{
    private static readonly byte[] Token = "12345"u8.ToArray();

    // The example of https://www.twilio.com/docs/usage/security#explore-the-algorithm-yourself.
    private const string Url = "https://mycompany.com/myapp.php?foo=1&bar=2";

    private static readonly FormCollection Example = Forms.Of(
        ("CallSid", "CA1234567890ABCDE"), ("Caller", "+14158675309"), ("Digits", "1234"), ("From", "+14158675309"), ("To", "+18005551212"));

    [Fact]
    public void The_documented_example_has_the_documented_signature() =>
        Assert.Equal("RSOYDt4T1cUTdK1PDd93/VVr8B8=", TwilioSignature.Compute(Token, Url, Example));

    [Theory]
    [InlineData("https://ligne.example.org/a?b=c", "https://ligne.example.org/a?b=c", true)]
    [InlineData("https://ligne.example.org/a?b=c", "https://ligne.example.org:443/a?b=c", true)]
    [InlineData("https://ligne.example.org:443/a", "https://ligne.example.org/a", true)]
    [InlineData("https://ligne.example.org:8443/a", "https://ligne.example.org/a", true)]
    [InlineData("https://ligne.example.org:8443/a", "https://ligne.example.org:8443/a", true)]
    [InlineData("https://ligne.example.org:8443/a", "https://ligne.example.org:443/a", false)]
    [InlineData("http://ligne.example.org/a", "http://ligne.example.org:80/a", true)]
    [InlineData("http://ligne.example.org/a", "http://ligne.example.org:443/a", false)]
    [InlineData("https://ligne.example.org", "https://ligne.example.org:443", true)]
    [InlineData("https://ligne.example.org?a:b", "https://ligne.example.org:443?a:b", true)]
    [InlineData("https://u:p@ligne.example.org/a", "https://u:p@ligne.example.org:443/a", true)]
    [InlineData("https://[2001:db8::1]/a", "https://[2001:db8::1]:443/a", true)]
    [InlineData("https://[2001:db8::1]:8443/a", "https://[2001:db8::1]/a", true)]
    [InlineData("https://ligne.example.org/a%2Fb?q=%C3%A9+x", "https://ligne.example.org/a/b?q=%C3%A9+x", false)]
    [InlineData("https://ligne.example.org/a?q=%C3%A9", "https://ligne.example.org/a?q=é", false)]
    [InlineData("https://ligne.example.org/a", "https://ligne.example.org/a?", false)]
    [InlineData("not a url", "not a url", true)]
    public void Both_ways_of_writing_the_port_are_tried_and_nothing_else(string url, string signedUrl, bool accepted) =>
        Assert.Equal(accepted, TwilioSignature.Verify(Token, url, Example, TwilioSignature.Compute(Token, signedUrl, Example)));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("RSOYDt4T1cUTdK1PDd93/VVr8B8")]
    [InlineData("RSOYDt4T1cUTdK1PDd93/VVr8B8=\n")]
    [InlineData(" RSOYDt4T1cUTdK1PDd93/VVr8B8=")]
    [InlineData("rSOYDt4T1cUTdK1PDd93/VVr8B8=")]
    [InlineData("éSOYDt4T1cUTdK1PDd93/VVr8B8=")]
    public void A_signature_that_is_not_to_the_letter_the_right_one_is_refused(string? signature) =>
        Assert.False(TwilioSignature.Verify(Token, Url, Example, signature));

    [Fact]
    public void Fields_are_sorted_ordinally_and_the_values_of_one_name_are_unique_and_sorted()
    {
        var one = Forms.Of(("b", "2"), ("B", "1"), ("a", "é"), ("a", "z"), ("a", "é"), ("_", ""));
        var same = TwilioSignature.Compute(Token, "https://x/B1_azaéb2", Forms.Of());
        Assert.Equal(same, TwilioSignature.Compute(Token, "https://x/", one));
    }

    [Fact]
    public void Long_fields_are_signed_whole()
    {
        var text = string.Concat(Enumerable.Repeat("é𝛼a", 30_000));
        Assert.Equal(
            TwilioSignature.Compute(Token, "https://x/Body" + text, Forms.Of()),
            TwilioSignature.Compute(Token, "https://x/", Forms.Of(("Body", text))));
    }

    [Theory]
    [InlineData("https://x/?bodySHA256=44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a", true)]
    [InlineData("https://x/?a=1&bodySHA256=44136FA355B3678A1146AD16F7E8649E94FB4FC21FE77E8310C060F61CAAFF8A&b", true)]
    [InlineData("https://x/?bodySHA256=44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8b", false)]
    [InlineData("https://x/?bodySHA256=44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a00", false)]
    [InlineData("https://x/?bodySHA256=44136fa3", false)]
    [InlineData("https://x/?bodySHA256=", false)]
    [InlineData("https://x/?bodySHA256=zz136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a", false)]
    [InlineData("https://x/bodySHA256=44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a", false)]
    [InlineData("https://x/", false)]
    public void A_body_is_covered_by_its_hash_in_the_query(string url, bool covered) =>
        Assert.Equal(covered, TwilioSignature.CoversBody(url, "{}"u8));
}
