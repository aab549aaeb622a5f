using System.Net;
using System.Text.Json;
using AppelAide.Dialogue.Inputs;
using AppelAide.Host.Calls.Review;
using AppelAide.Host.Staff;
using Microsoft.Extensions.DependencyInjection;

namespace AppelAide.Console.Tests;

/// <summary>Whatever somebody said, wrote or noted is shown as text.</summary>
[Collection(ConsoleCollection.Name)]
public sealed class NaughtyCallTests(ConsoleHost host)
{
    private const int AtOnce = 60;
    private readonly HeldCalls calls = new(host);

    [BrowserFact]
    public async Task Naughty_strings_as_heard_words_notes_and_tags_are_text()
    {
        var naughty = NaughtyStrings();
        var staff = new StaffMember(1, "<i>Rose</i>", StaffRoles.Staff);
        var page = await host.EnterAsync(StaffRoles.Staff);
        var complaints = new List<string>();
        page.Console += (_, message) => complaints.Add(message.Text);
        page.Dialog += (_, dialog) => complaints.Add(dialog.Message);
        foreach (var some in naughty.Chunk(AtOnce))
        {
            var no = await calls.CallAsync(HeldCalls.NewPhone(), [.. some.Take(4).Select(words => new SpeechInput(words, 0.3))]);
            var notes = host.Services.GetRequiredService<NoteStore>();
            var tags = host.Services.GetRequiredService<TagStore>();
            await host.Database.WriteAsync(
                scope =>
                {
                    foreach (var words in some) notes.Add(scope, no, staff, words, TimeProvider.System.GetUtcNow());
                    foreach (var words in some.Where(words => TagStore.Normal(words).Length > 0)) tags.Add(scope, no, staff, words, TimeProvider.System.GetUtcNow());
                },
                default);
            Assert.Equal(200, (await host.GoAsync(page, $"/console/calls/{no}")).Status);
            // Each note is one text, and nothing of it is an element.
            Assert.Equal(some.Length, await page.Locator(".note > .written").CountAsync());
            Assert.Equal(0, await page.Locator(".note .written *, .bubble .written *, .tags a *").CountAsync());
            foreach (var tag in await tags.ListAsync(no, default))
            {
                using var client = await Clients.SignInAsync(host, StaffRoles.Listener);
                using var answer = await client.GetAsync(new Uri($"/console/calls?tag={Uri.EscapeDataString(tag)}", UriKind.Relative));
                Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
                break;
            }
        }

        Assert.Empty(complaints);
        await page.Context.CloseAsync();
    }

    private static List<string> NaughtyStrings()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "AppelAide.sln"))) folder = folder.Parent;
        var file = folder?.Parent is { } beside ? Path.Combine(beside.FullName, "shared", "data", "naughty", "blns.json") : "";
        // Beside the real ones, which are not always at hand, a few that stand for them.
        string[] few = ["<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "'; DROP TABLE conversation;--", "${7*7}{{7*7}}@(7*7)", "\u202Etest\u202C", "田中さん 👾 é\u0301", "=cmd|' /C calc'!A0"];
        return File.Exists(file) ? [.. JsonSerializer.Deserialize<string[]>(File.ReadAllText(file))!.Where(text => text.Trim().Length > 0), .. few] : [.. few];
    }
}
