using System.Text;

namespace AppelAide.Host.Commands.Telephone;

/// <summary>The value of <c>--keys</c>: what the caller does, turn by turn.</summary>
internal static class KeyTokens
{
    /// <summary>
    /// Splits at commas. Blanks around a token do not count; an empty token is a silence; a token within quotation marks may hold commas,
    /// and two quotation marks there are one.
    /// </summary>
    /// <param name="keys">For example <c>1,,"oui, Gaspé",726#</c>. Nothing at all is no token.</param>
    public static List<string> Split(string keys)
    {
        var tokens = new List<string>();
        if (keys.Length == 0)
            return tokens;
        for (var i = 0; i <= keys.Length; i++)
        {
            while (i < keys.Length && keys[i] == ' ')
                i++;
            var token = new StringBuilder();
            if (i < keys.Length && keys[i] == '"')
            {
                for (i++; i < keys.Length && (keys[i] != '"' || (i + 1 < keys.Length && keys[i + 1] == '"')); i++)
                {
                    if (keys[i] == '"')
                        i++;
                    token.Append(keys[i]);
                }

                i++;
            }

            for (; i < keys.Length && keys[i] != ','; i++)
                token.Append(keys[i]);
            tokens.Add(token.ToString().Trim());
        }

        return tokens;
    }
}
