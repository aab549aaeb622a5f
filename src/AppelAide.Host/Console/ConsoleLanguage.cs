using AppelAide.Host.Staff;

namespace AppelAide.Host.Console;

/// <summary>The language of a page: what somebody chose, else that of their account, else French.</summary>
internal static class ConsoleLanguage
{
    /// <summary>The cookie of a choice.</summary>
    public const string Cookie = "appelaide-language";

    /// <summary><c>fr</c> or <c>en</c>.</summary>
    public static string Of(HttpContext context) =>
        (context.Request.Cookies[Cookie] ?? context.User.FindFirst(StaffClaims.Language)?.Value) == "en" ? "en" : "fr";
}
