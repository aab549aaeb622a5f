using AppelAide.Host.Conversations;
using AppelAide.Host.Staff;
using Microsoft.AspNetCore.Mvc.Razor;

namespace AppelAide.Host.Console;

/// <summary>What every part of a page is: the frame, and partial views.</summary>
/// <typeparam name="TModel">Its model.</typeparam>
internal abstract class ConsoleView<TModel> : RazorPage<TModel>
{
    private ConsoleWords? words;

    /// <summary>How the page says things.</summary>
    public ConsoleWords Words => words ??= new(Context.RequestServices.GetRequiredService<LineClock>(), ConsoleLanguage.Of(Context));

    /// <inheritdoc cref="ConsoleWords.Language"/>
    public string Language => Words.Language;

    /// <summary>Who is at work; nobody before the sign-in.</summary>
    public StaffMember? Staff => StaffClaims.MemberOf(Context.User);

    /// <inheritdoc cref="ConsoleWords.T"/>
    public string T(string french, string english) => Words.T(french, english);

    /// <inheritdoc cref="ConsoleWords.Day"/>
    public string Day(DateOnly date) => Words.Day(date);

    /// <inheritdoc cref="ConsoleWords.Clock"/>
    public string Clock(DateTimeOffset instant) => Words.Clock(instant);

    /// <inheritdoc cref="ConsoleWords.Moment"/>
    public string Moment(DateTimeOffset instant) => Words.Moment(instant);

    /// <inheritdoc cref="ConsoleWords.Masked"/>
    public string Masked(string tail) => Words.Masked(tail);

    /// <summary>Whether whoever is at work may what a policy asks: to show or not what they could not press.</summary>
    public bool May(string policy) => Staff is { } staff && StaffRoles.Includes(staff.Role, policy);
}
