using System.Net;
using System.Text.RegularExpressions;

namespace AppelAide.Console.Tests;

/// <summary>The console without a browser: forms are filled as a browser without script fills them.</summary>
public static partial class Clients
{
    /// <summary>Somebody of a role, signed in.</summary>
    public static async Task<HttpClient> SignInAsync(ConsoleHost host, string role)
    {
        var client = New(host);
        using var answer = await client.PostFormAsync("/console/sign-in", [("email", ConsoleHost.EmailOf(role)), ("password", ConsoleHost.Password)]);
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        return client;
    }

    /// <summary>Nobody yet.</summary>
    public static HttpClient New(ConsoleHost host) => new(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = host.Address };

    /// <summary>Opens a page and sends its form.</summary>
    public static async Task<HttpResponseMessage> PostFormAsync(this HttpClient client, string address, IEnumerable<(string Name, string Value)> fields, string? handler = null)
    {
        var token = TokenOf(await client.GetStringAsync(new Uri(address, UriKind.Relative)));
        var form = fields.Select(field => KeyValuePair.Create(field.Name, field.Value)).Append(KeyValuePair.Create("__RequestVerificationToken", token));
        var target = handler is null ? address : $"{address}{(address.Contains('?') ? '&' : '?')}handler={handler}";
        return await client.PostAsync(new Uri(target, UriKind.Relative), new FormUrlEncodedContent(form));
    }

    /// <summary>The token of a page's forms.</summary>
    public static string TokenOf(string page) => Token().Match(page).Groups[1].Value;

    [GeneratedRegex("__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
