using System.Buffers;
using System.Globalization;
using System.Text;

namespace AppelAide.Host.Sms;

/// <summary>Stands in until the language folder has its own.</summary>
internal static class Gsm7
{
    private static readonly SearchValues<char> Basic = SearchValues.Create(
        "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà");

    private static readonly SearchValues<char> Extended = SearchValues.Create("^{}\\[~]|€");

    public static string Fold(string text)
    {
        var folded = new StringBuilder();
        foreach (var c in text.Replace("œ", "oe").Replace("Œ", "OE").Replace("« ", "\"").Replace(" »", "\"")
            .Replace('«', '"').Replace('»', '"').Replace('’', '\'').Replace('–', '-').Replace('—', '-').Replace("…", "...").Replace('\u00A0', ' ').Replace('\u202F', ' '))
        {
            if (Basic.Contains(c) || Extended.Contains(c))
                folded.Append(c);
            else
                folded.Append(c.ToString().Normalize(NormalizationForm.FormD)[0] is var bare && Basic.Contains(bare) && char.GetUnicodeCategory(bare) != UnicodeCategory.OtherLetter ? bare : c);
        }

        return folded.ToString();
    }

    public static int Segments(string text)
    {
        if (text.Length == 0)
            return 0;
        if (text.AsSpan().IndexOfAnyExcept(Basic) < 0 || text.All(c => Basic.Contains(c) || Extended.Contains(c)))
        {
            var septets = text.Sum(c => Extended.Contains(c) ? 2 : 1);
            return septets <= 160 ? 1 : (septets + 152) / 153;
        }

        return text.Length <= 70 ? 1 : (text.Length + 66) / 67;
    }
}
