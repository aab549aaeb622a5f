using System.Net;
using AppelAide.Host.Tests.Http;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

namespace AppelAide.Host.Tests.Trainings.Calendar.Publishing;

public sealed class CalendarEndpointTests : IAsyncLifetime
{
    private readonly HttpClient client = new();
    private LineServer server = null!;

    public async Task InitializeAsync()
    {
        server = await LineServer.StartAsync();
        client.BaseAddress = new(server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
    }

    public async Task DisposeAsync()
    {
        client.Dispose();
        await server.DisposeAsync();
    }

    [Fact]
    public async Task Anybody_has_the_calendar_and_is_told_when_it_did_not_change()
    {
        using var answer = await client.GetAsync(new Uri("/calendar.ics", UriKind.Relative));
        var text = await answer.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("text/calendar; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
        Assert.Equal("public, max-age=300", answer.Headers.CacheControl!.ToString());
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        Assert.Empty(CalendarOracle.Read(text).Defects);
        Assert.True(CalendarOracle.Read(text).File.Series.Length > 50);

        using var again = new HttpRequestMessage(HttpMethod.Get, "/calendar.ics");
        again.Headers.IfNoneMatch.Add(answer.Headers.ETag!);
        using var same = await client.SendAsync(again);
        Assert.Equal(HttpStatusCode.NotModified, same.StatusCode);
        Assert.Equal(answer.Headers.ETag, same.Headers.ETag);
        Assert.Equal("", await same.Content.ReadAsStringAsync());

        using var head = await client.SendAsync(new(HttpMethod.Head, "/calendar.ics"));
        Assert.Equal((HttpStatusCode.OK, answer.Content.Headers.ContentLength, ""), (head.StatusCode, head.Content.Headers.ContentLength, await head.Content.ReadAsStringAsync()));
        using var post = await client.PostAsync(new Uri("/calendar.ics", UriKind.Relative), null);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, post.StatusCode);
    }

    [Fact]
    public async Task A_wish_leaves_the_others_out()
    {
        var all = await CountAsync("");
        var tablet = await CountAsync("?topic=tablet");
        var gaspe = await CountAsync("?place=Gasp%C3%A9");
        Assert.InRange(tablet, 1, all - 1);
        Assert.InRange(gaspe, 1, all - 1);
        Assert.Equal(gaspe, await CountAsync("?place=03005&t=123"));
        Assert.InRange(await CountAsync("?place=03005&topic=TABLET&kind=training&lang=en"), 1, gaspe - 1);
        Assert.InRange(await CountAsync("?kind=culture"), 1, all - 1);
    }

    [Theory]
    [InlineData("?place=Atlantide", HttpStatusCode.NotFound, "Le lieu « Atlantide » est inconnu. / The place \"Atlantide\" is unknown.\n")]
    [InlineData("?topic=alchemy%0d%0a", HttpStatusCode.NotFound, "Aucune formation n'a le sujet « alchemy ». / No training has the topic \"alchemy\".\n")]
    [InlineData("?kind=party", HttpStatusCode.BadRequest, "La sorte « party » n'en est pas une de : training, meeting, group, workshop, culture. / The kind \"party\" is none of: training, meeting, group, workshop, culture.\n")]
    [InlineData("?lang=de", HttpStatusCode.BadRequest, "La langue « de » n'est ni fr ni en. / The language \"de\" is neither fr nor en.\n")]
    public async Task What_is_not_understood_is_said_in_both_languages(string query, HttpStatusCode status, string said)
    {
        using var answer = await client.GetAsync(new Uri("/calendar.ics" + query, UriKind.Relative));
        Assert.Equal((status, said), (answer.StatusCode, await answer.Content.ReadAsStringAsync()));
    }

    private async Task<int> CountAsync(string query) =>
        CalendarOracle.Read(await client.GetStringAsync(new Uri("/calendar.ics" + query, UriKind.Relative))).File.Series.Length;
}
