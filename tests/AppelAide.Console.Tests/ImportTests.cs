using System.Net;
using System.Net.Http.Headers;
using AppelAide.Host.Directory;
using AppelAide.Host.Staff;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace AppelAide.Console.Tests;

/// <summary>A coordinator brings in a partner's file.</summary>
[Collection(ConsoleCollection.Name)]
public sealed class ImportTests(ConsoleHost host)
{
    private const string Page = "/console/directory/import";

    [BrowserFact]
    public async Task A_file_is_checked_then_imported_with_its_report()
    {
        var page = await host.EnterAsync(StaffRoles.Coordinator);
        await host.GoAsync(page, Page);
        await page.SetInputFilesAsync("#file", new FilePayload
        {
            Name = "services.csv",
            MimeType = "text/csv",
            Buffer = "organization,name_fr,needs,phone,hours,town\nClub du Phare,Souper du lundi,food,418 555-0161,lundi 17 h à 19 h,Gaspé\nClub du Phare,Café,talk,12,quand on peut,Gaspé\n"u8.ToArray(),
        });
        await page.FillAsync("#source", "club-du-phare");
        await page.ClickAsync("#send ~ form button[type=submit]");
        var button = page.Locator("button:has-text('Importer pour de bon')");
        await Assertions.Expect(button).ToBeVisibleAsync(new() { Timeout = 30_000 });
        await Assertions.Expect(page.Locator("#import-job")).ToContainTextAsync("Rien n'a changé encore");
        await Assertions.Expect(page.Locator("#import-job table")).ToContainTextAsync("quand on peut");
        Assert.DoesNotContain(host.Services.GetRequiredService<DirectorySource>().Current.AllServices, service => service.Name.Fr == "Souper du lundi");
        await Seen.AsAsync(page, "directory-import-report");
        await button.ClickAsync();
        await Assertions.Expect(page.Locator("#import-job")).ToContainTextAsync("la ligne répond avec ce fichier", new() { Timeout = 30_000 });
        Assert.Contains(host.Services.GetRequiredService<DirectorySource>().Current.AllServices, service => service.Name.Fr == "Souper du lundi");
        await host.GoAsync(page, Page);
        await Assertions.Expect(page.Locator("#past ~ div")).ToContainTextAsync("club-du-phare");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_file_of_200_MB_is_refused_in_a_sentence()
    {
        using var client = await Clients.SignInAsync(host, StaffRoles.Coordinator);
        using var form = await FormAsync(client, new StreamContent(new Zeros(200_000_000)), "services.csv");
        using var answer = await client.PostAsync(new Uri(Page + "?handler=Check", UriKind.Relative), form);
        Assert.Equal((HttpStatusCode.Found, Page + "?refused=size"), (answer.StatusCode, answer.Headers.Location!.ToString()));
        Assert.Contains("trop gros", WebUtility.HtmlDecode(await client.GetStringAsync(answer.Headers.Location)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("notes.txt", "bonjour")]
    [InlineData("services.csv", "")]
    public async Task What_is_no_directory_is_told_in_a_sentence(string name, string text)
    {
        using var client = await Clients.SignInAsync(host, StaffRoles.Coordinator);
        using var form = await FormAsync(client, new StringContent(text), name);
        using var answer = await client.PostAsync(new Uri(Page + "?handler=Check", UriKind.Relative), form);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("class=\"error\"", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_larger_than_other_forms_is_taken()
    {
        using var client = await Clients.SignInAsync(host, StaffRoles.Coordinator);
        using var form = await FormAsync(client, new StringContent("id,nothing\n" + string.Concat(Enumerable.Repeat("1,0123456789012345678901234567890123456789\n", 60_000))), "services.csv");
        using var answer = await client.PostAsync(new Uri(Page + "?handler=Check", UriKind.Relative), form);
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        var said = "";
        for (var i = 0; i < 100 && !said.Contains("Rien n'a changé.", StringComparison.Ordinal); i++)
        {
            await Task.Delay(100);
            said = WebUtility.HtmlDecode(await client.GetStringAsync(new Uri(Page, UriKind.Relative)));
        }

        Assert.Contains("ne peut pas être lu", said, StringComparison.Ordinal);
    }

    private static async Task<MultipartFormDataContent> FormAsync(HttpClient client, HttpContent file, string name)
    {
        var token = Clients.TokenOf(await client.GetStringAsync(new Uri(Page, UriKind.Relative)));
        file.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        return new MultipartFormDataContent { { new StringContent(token), "__RequestVerificationToken" }, { new StringContent("partenaire"), "source" }, { file, "file", name } };
    }

    /// <summary>A large file that is nowhere.</summary>
    private sealed class Zeros(long length) : Stream
    {
        private long position;

        public override bool CanRead => true;

        public override bool CanSeek => true;

        public override bool CanWrite => false;

        public override long Length => length;

        public override long Position { get => position; set => position = value; }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = (int)Math.Min(count, length - position);
            Array.Clear(buffer, offset, read);
            position += read;
            return read;
        }

        public override long Seek(long offset, SeekOrigin origin) => position = origin switch { SeekOrigin.Begin => offset, SeekOrigin.Current => position + offset, _ => length + offset };

        public override void Flush()
        {
        }

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
