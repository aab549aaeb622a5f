using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace AppelAide.Host.Twilio;

/// <summary>Wires the provider: options, message sender, and the one route group its webhooks come to.</summary>
internal static class TwilioRoutes
{
    /// <summary>In bytes; a page of the provider's record is a tenth of it.</summary>
    private const int LargestAnswer = 4 * 1024 * 1024;

    /// <summary>Binds and checks the <c>Twilio</c> section, and adds the message sender.</summary>
    public static IServiceCollection AddTwilio(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<TwilioOptions>().Bind(configuration.GetSection(TwilioOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<TwilioOptions>, TwilioOptionsValidator>();
        services.TryAddSingleton(TimeProvider.System);
        // The provider's record is asked for by telephone number: that the factory's log leaves queries out is a setting, and it is not ours.
        services.AddHttpClient<IMessageSender, TwilioRestClient>(client =>
            {
                client.Timeout = TwilioRestClient.Patience;
                client.MaxResponseContentBufferSize = LargestAnswer;
            })
            .UseSocketsHttpHandler((handler, _) =>
            {
                handler.ConnectTimeout = TimeSpan.FromSeconds(5);
                handler.PooledConnectionLifetime = TimeSpan.FromMinutes(5);
                handler.AllowAutoRedirect = false;
                handler.UseCookies = false;
            })
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .RemoveAllLoggers();
        // Sounds may be stored elsewhere, and the address followed; the credentials are not sent there.
        services.AddHttpClient<TwilioRecordings>(client => client.Timeout = TwilioRecordings.Patience)
            .UseSocketsHttpHandler((handler, _) =>
            {
                handler.ConnectTimeout = TimeSpan.FromSeconds(5);
                handler.PooledConnectionLifetime = TimeSpan.FromMinutes(5);
                handler.MaxAutomaticRedirections = 3;
                handler.UseCookies = false;
            })
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .RemoveAllLoggers();
        return services;
    }

    /// <summary>
    /// The group <c>/twilio</c>: every endpoint in it is behind the signature filter, and so is every path and method that is no endpoint, so
    /// that a stranger learns nothing of what exists.
    /// </summary>
    /// <param name="routes">The application.</param>
    /// <param name="publicBaseUrl"><c>Line:PublicBaseUrl</c>: the address that Twilio calls, when behind a proxy.</param>
    public static RouteGroupBuilder MapTwilio(this IEndpointRouteBuilder routes, string? publicBaseUrl)
    {
        var services = routes.ServiceProvider;
        var filter = new TwilioSignatureFilter(
            services.GetRequiredService<IOptions<TwilioOptions>>().Value.AuthToken,
            publicBaseUrl,
            services.GetRequiredService<IHostEnvironment>().IsDevelopment(),
            services.GetRequiredService<ILogger<TwilioSignatureFilter>>());
        // Who asks is known by the signature alone: the filter of each route below.
        var group = routes.MapGroup("/twilio").AllowAnonymous();
        // Around the endpoint itself, whatever kind it is: an endpoint filter would make each answer an object and write it afterwards.
        ((IEndpointConventionBuilder)group).Add(endpoint =>
        {
            var next = endpoint.RequestDelegate ?? throw new InvalidOperationException("An endpoint that answers nothing.");
            endpoint.RequestDelegate = http => filter.InvokeAsync(http, next);
        });
        group.Map("{**rest}", () => Results.NotFound());
        return group;
    }
}
