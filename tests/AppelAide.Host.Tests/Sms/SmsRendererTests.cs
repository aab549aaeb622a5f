using AppelAide.Dialogue.Engine;
using AppelAide.Host.Sms;

namespace AppelAide.Host.Tests.Sms;

public sealed class SmsRendererTests
{
    private const string More = "PLUS pour la suite";

    [Fact]
    public void Everything_said_is_one_text()
    {
        var reply = SmsRenderer.Render([new("fr", "Inscription notée.", 0.5), new("fr", " "), new("fr", "No 472. Rappel la veille.")], More);
        Assert.Equal(new SmsReply("Inscription notée. No 472. Rappel la veille.", "", 1), reply);
    }

    [Fact]
    public void Nothing_said_is_no_text() => Assert.Equal(new SmsReply("", "", 0), SmsRenderer.Render([], More));

    [Fact]
    public void Letters_that_would_cost_double_are_folded()
    {
        var reply = SmsRenderer.Render([new("fr", "Arrêt à la bibliothèque : « Ça gèle », cœur d’hôte.")]);
        Assert.Equal(1, reply.Segments);
        Assert.DoesNotContain('ê', reply.Text);
        Assert.Contains("à la bibliothèque", reply.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_does_not_fit_in_two_segments_comes_with_PLUS_sentence_by_sentence()
    {
        var sentences = Enumerable.Range(1, 12).Select(i => $"Carrefour numéro {i}, Gaspé, 3 km. Ouvert jusqu'à 16h. Tel. 418-555-01{i:00}.").ToArray();
        var whole = string.Join(' ', sentences);
        var heard = new List<string>();
        for (var reply = SmsRenderer.Render([.. sentences.Select(sentence => new Utterance("fr", sentence))], More); ; reply = SmsRenderer.Render(reply.Rest, More))
        {
            Assert.InRange(reply.Segments, 1, 2);
            Assert.Equal(reply.Rest.Length > 0, reply.Text.EndsWith(More, StringComparison.Ordinal));
            heard.Add(reply.Rest.Length > 0 ? reply.Text[..^(More.Length + 1)] : reply.Text);
            if (reply.Rest.Length == 0)
                break;
        }

        Assert.InRange(heard.Count, 3, 5);
        Assert.Equal(whole, string.Join(' ', heard));
        Assert.All(heard, text => Assert.EndsWith(".", text, StringComparison.Ordinal));
    }

    [Fact]
    public void A_sentence_alone_too_long_is_cut_where_it_breathes()
    {
        var sentence = string.Join(", ", Enumerable.Repeat("apporter une pièce d'identité du Centre Local des Services", 9)) + ".";
        var reply = SmsRenderer.Render([new("fr", sentence)], More);
        Assert.EndsWith("Services, " + More, reply.Text, StringComparison.Ordinal);
        Assert.Equal(2, reply.Segments);
        Assert.StartsWith("apporter", reply.Rest, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_and_a_number_stay_whole_even_in_a_long_sentence()
    {
        var sentence = string.Concat(Enumerable.Repeat("Centre Jean Coutu au 418 555 0137 ou bien Maison Du Quai ", 12));
        var reply = SmsRenderer.Render([new("fr", sentence)]);
        Assert.EndsWith("ou bien Maison Du Quai Centre Jean Coutu", reply.Text, StringComparison.Ordinal);
        Assert.StartsWith("au 418 555 0137", reply.Rest, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_text_cannot_hold_is_no_text() => Assert.Equal(new SmsReply("", "", 0), SmsRenderer.Render([new("fr", "😀 日本")], More));

    [Theory]
    [InlineData("é")]
    [InlineData("€")]
    public void Text_without_a_space_is_cut_all_the_same(string letter)
    {
        var text = string.Concat(Enumerable.Repeat(letter, 700));
        var rest = text;
        var heard = "";
        while (rest.Length > 0)
        {
            var reply = SmsRenderer.Render(rest);
            Assert.InRange(reply.Segments, 1, 2);
            heard += reply.Text;
            rest = reply.Rest;
        }

        Assert.Equal(text, heard);
    }
}
