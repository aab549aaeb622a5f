using System.Net;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace AppelAide.Host.Tests.Http;

/// <summary>Nobody gets in: every webhook that the program maps, those to come included.</summary>
public sealed class SignedRoutesTests
{
    [Fact]
    public async Task Every_webhook_refuses_a_request_that_is_not_signed_by_the_provider()
    {
        await using var line = await LineServer.StartAsync();
        var webhooks = line.Services.GetRequiredService<IEnumerable<EndpointDataSource>>()
            .SelectMany(source => source.Endpoints)
            .OfType<RouteEndpoint>()
            .Select(endpoint => "/" + endpoint.RoutePattern.RawText!.TrimStart('/'))
            .Where(route => route.StartsWith("/twilio", StringComparison.Ordinal))
            .Select(route => route.Replace("{**rest}", "unheard/of", StringComparison.Ordinal))
            .Distinct()
            .ToList();
        Assert.True(webhooks.Count >= 8, string.Join(' ', webhooks));
        foreach (var route in webhooks)
        {
            foreach (var signature in new[] { null, "", line.Sign("/twilio/elsewhere", ("CallSid", "CA1")) })
            {
                var reply = await line.SendAsync(route, new FormUrlEncodedContent([KeyValuePair.Create("CallSid", "CA1")]), signature);
                Assert.Equal((route, HttpStatusCode.Forbidden, ""), (route, reply.Status, reply.Document));
            }
        }

        Assert.Equal((0, 0), (await line.CountAsync("conversation"), await line.CountAsync("caller")));
    }
}
