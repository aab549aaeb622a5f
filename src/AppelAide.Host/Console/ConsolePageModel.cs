using AppelAide.Host.Conversations;
using AppelAide.Host.Staff;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace AppelAide.Host.Console;

/// <summary>What every page of the console is.</summary>
internal abstract class ConsolePageModel : PageModel
{
    private const string Notice = "notice";

    private ConsoleWords? words;

    /// <summary>How the page says things.</summary>
    public ConsoleWords Words => words ??= new(HttpContext.RequestServices.GetRequiredService<LineClock>(), ConsoleLanguage.Of(HttpContext));

    /// <inheritdoc cref="ConsoleWords.Language"/>
    public string Language => Words.Language;

    /// <summary>Who is at work.</summary>
    /// <exception cref="InvalidOperationException">Nobody is: the page asks for no policy.</exception>
    public StaffMember Staff => StaffClaims.MemberOf(User) ?? throw new InvalidOperationException("Nobody is signed in.");

    /// <summary>The word that makes a form be carried out once; new with each page, the same one when a form comes back with a mistake.</summary>
    public string Once { get; private set; } = Guid.NewGuid().ToString("N");

    /// <summary>Now, in the line's time zone.</summary>
    protected DateTimeOffset Now => Words.Now;

    /// <inheritdoc cref="ConsoleWords.T"/>
    protected string T(string french, string english) => Words.T(french, english);

    /// <summary>Whether whoever is at work may what a policy asks.</summary>
    protected bool May(string policy) => StaffRoles.Includes(Staff.Role, policy);

    /// <summary>The word that came with the form.</summary>
    protected string Sent
    {
        get
        {
            if (Request.HasFormContentType && Request.Form["once"].ToString() is { Length: > 0 and <= 64 } once) Once = once;
            return Once;
        }
    }

    /// <summary>Tells on the next page what was done.</summary>
    protected void Done(string french, string english) => TempData[Notice] = T(french, english);
}
