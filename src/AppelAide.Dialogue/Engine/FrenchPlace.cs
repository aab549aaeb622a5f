namespace AppelAide.Dialogue.Engine;

/// <summary>The name of a place after "à" and "de", as French says it: an article written with a capital is part of the name, and still contracts.</summary>
internal static class FrenchPlace
{
    private const string Vowels = "aeiouàâäéèêëîïôöùûü";

    /// <summary><c>à Gaspé</c>, <c>aux Îles-de-la-Madeleine</c>, <c>au Bic</c>, <c>à L'Ancienne-Lorette</c>.</summary>
    public static string To(string name) => name switch
    {
        ['L', 'e', 's', ' ', .. var rest] => $"aux {rest}",
        ['L', 'e', ' ', .. var rest] => $"au {rest}",
        _ => $"à {name}",
    };

    /// <summary><c>de Gaspé</c>, <c>d'Escuminac</c>, <c>des Îles-de-la-Madeleine</c>, <c>du Bic</c>, <c>de L'Ancienne-Lorette</c>.</summary>
    public static string Of(string name) => name switch
    {
        ['L', 'e', 's', ' ', .. var rest] => $"des {rest}",
        ['L', 'e', ' ', .. var rest] => $"du {rest}",
        [var first, ..] when Vowels.Contains(char.ToLowerInvariant(first)) => $"d'{name}",
        _ => $"de {name}",
    };
}
