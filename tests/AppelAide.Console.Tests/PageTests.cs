using AppelAide.Host.Staff;

namespace AppelAide.Console.Tests;

/// <summary>Each page, as it is seen: no violation of WCAG that axe finds, nothing inline that the policy refuses, nothing wider than the window; with a picture.</summary>
[Collection(ConsoleCollection.Name)]
public sealed class PageTests(ConsoleHost host)
{
    public static IEnumerable<object[]> Addresses => Pages.All.Select(page => new object[] { page.Address, page.Role });

    [BrowserTheory]
    [MemberData(nameof(Addresses))]
    public async Task A_page_is_for_everybody(string address, string role)
    {
        var page = await host.EnterAsync(role.Length > 0 ? role : StaffRoles.Listener);
        var complaints = new List<string>();
        page.Console += (_, message) =>
        {
            if (message.Type is "error" && !message.Text.Contains("404", StringComparison.Ordinal)) complaints.Add(message.Text);
        };
        foreach (var (language, dark, width) in Looks.All)
        {
            await host.LookAsync(page, language, dark, width);
            await host.GoAsync(page, address);
            await Seen.AsAsync(page, $"{address.Trim('/').Replace('/', '-').Split('?')[0]}.{language}.{(dark ? "dark" : "light")}.{width}");
        }

        Assert.Empty(complaints);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_role_opens_what_it_may_and_nothing_else()
    {
        foreach (var role in StaffRoles.All)
        {
            using var client = await Clients.SignInAsync(host, role);
            foreach (var (address, _, needed) in Pages.All.Where(page => page.Role.Length > 0))
            {
                using var answer = await client.GetAsync(address);
                Assert.True((answer.StatusCode != System.Net.HttpStatusCode.Forbidden) == StaffRoles.Includes(role, needed), $"{role} at {address}: {answer.StatusCode}");
            }
        }
    }
}
