using System.Text.RegularExpressions;
using AppelAide.Dialogue.Engine;

namespace AppelAide.Host.Conversations;

/// <summary>Words as the call log keeps them: a telephone number that the citizen gave is there by its last two digits alone.</summary>
internal static partial class LoggedWords
{
    private const int Shown = 2;

    /// <summary>The variable that holds a number that was given.</summary>
    private const string Given = "contact.phone";

    /// <summary>What was heard in a turn. The number that it gave is masked however it was said: "quatre un huit" has no digits.</summary>
    /// <param name="heard">What was heard.</param>
    /// <param name="before">The conversation before the turn; null at its beginning.</param>
    /// <param name="after">The conversation after it.</param>
    public static string Heard(string heard, Session? before, Session after)
    {
        var masked = Of(heard, after);
        var given = after.Variables.GetValueOrDefault(Given, "");
        var isNew = given.Length > 0 && given != (before?.Variables.GetValueOrDefault(Given, "") ?? "");
        return isNew && masked == heard ? "\u2026" + given[^Shown..] : masked;
    }

    /// <summary>A text with every number of ten digits masked, for whoever may see none.</summary>
    public static string WithoutNumbers(string text) => AnyNumber().Replace(text, "\u2026$1");

    /// <summary>What was heard or said, with the number that was given in this conversation masked wherever it is written in digits.</summary>
    /// <param name="text">What was heard or said.</param>
    /// <param name="session">The conversation after the turn.</param>
    public static string Of(string text, Session session)
    {
        var digits = string.Concat(session.Variables.GetValueOrDefault(Given, "").Where(char.IsAsciiDigit));
        if (digits.Length < 10) return text;
        // As it is keyed, written and read aloud: 4185550142, 418-555-0142, "4 1 8, 5 5 5, 0 1 4 2".
        var pattern = string.Join("[ .,()-]*", digits[^10..^Shown].AsEnumerable()) + "([ .,()-]*)" + string.Join("[ .,()-]*", digits[^Shown..].AsEnumerable());
        return Regex.Replace(text, pattern, "\u2026" + digits[^Shown..], RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
    }

    [GeneratedRegex(@"(?<![0-9])(?:\+?1[ .,()-]*)?(?:[0-9][ .,()-]*){8}([0-9][ .,()-]*[0-9])(?![0-9])", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex AnyNumber();
}
