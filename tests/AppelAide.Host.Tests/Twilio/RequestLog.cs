using System.Net;
using AppelAide.Host.Twilio;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Primitives;

namespace AppelAide.Host.Tests.Twilio;

/// <summary>Between the client and the wire: notes each request as it leaves, and the status that came back.</summary>
internal sealed class RequestLog(HttpStatusCode? instead = null, string? prefer = null) : DelegatingHandler
{
    public List<(HttpMethod Method, Uri Uri, string? Authorization, Dictionary<string, StringValues> Fields, HttpStatusCode Status)> Requests { get; } = [];

    /// <summary>Puts this between.</summary>
    public void Into(IServiceCollection services) => services.AddHttpClient(nameof(IMessageSender)).AddHttpMessageHandler(() => this);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var fields = QueryHelpers.ParseQuery(request.Content is { } form ? await form.ReadAsStringAsync(cancellationToken) : request.RequestUri!.Query);
        if (prefer is not null) request.Headers.Add("Prefer", prefer);
        var response = instead is { } status ? new HttpResponseMessage(status) : await base.SendAsync(request, cancellationToken);
        Requests.Add((request.Method, request.RequestUri!, request.Headers.Authorization?.ToString(), fields, response.StatusCode));
        return response;
    }
}
