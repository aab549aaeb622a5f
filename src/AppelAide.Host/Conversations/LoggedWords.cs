using System.Text.RegularExpressions;
using AppelAide.Dialogue.Engine;

namespace AppelAide.Host.Conversations;

/// <summary>Words as the call log keeps them: a telephone number that the citizen gave is there by its last two digits alone.</summary>
internal static class LoggedWords
{
    private const int Shown = 2;

    /// <summary>The variable that holds a number that was given.</summary>
    private const string Given = "contact.phone";

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
}
