using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace AppelAide.Console.Tests;

[Collection(ConsoleCollection.Name)]
public sealed class EndpointTests(ConsoleHost host)
{
    /// <summary>Who may come without signing in: the provider by its signature, an orchestrator, a calendar, and whoever signs in.</summary>
    private static readonly string[] Open =
    [
        "twilio", "health", "calendar.ics", "/", "console/sign-in", "console/welcome", "console/problem", "console/language", "console/assets",
    ];

    private IReadOnlyList<RouteEndpoint> Endpoints => [.. host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()];

    [Fact]
    public void Every_endpoint_says_who_may()
    {
        Assert.True(Endpoints.Count > 20);
        foreach (var endpoint in Endpoints)
        {
            var route = endpoint.RoutePattern.RawText!.TrimStart('/');
            if (endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null)
                Assert.True(Open.Any(open => route == open.Trim('/') || route.StartsWith(open + "/", StringComparison.Ordinal)), $"{route} is open to anybody");
            else
                Assert.True(endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>().Any(data => data.Policy is { Length: > 0 }), $"{route} asks for no policy");
        }
    }

    [Fact]
    public void Every_page_is_shown_in_the_tests()
    {
        var pages = Endpoints.Where(endpoint => endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not null).Select(endpoint => endpoint.RoutePattern.RawText!.TrimStart('/')).Distinct();
        Assert.Empty(pages.Except(Pages.All.Select(page => page.Route)).Except(Pages.Elsewhere));
    }

    [Fact]
    public async Task Nobody_gets_in_without_signing_in()
    {
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = host.Address };
        foreach (var (address, _, role) in Pages.All.Where(page => page.Role.Length > 0))
        {
            using var answer = await client.GetAsync(address);
            Assert.True(answer.StatusCode == System.Net.HttpStatusCode.Found, $"{address}: {answer.StatusCode}");
            Assert.Contains("/console/sign-in", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
        }
    }
}
