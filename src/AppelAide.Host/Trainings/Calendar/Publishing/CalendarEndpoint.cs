using System.Text;
using AppelAide.Host.Conversations;
using AppelAide.Host.Directory;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace AppelAide.Host.Trainings.Calendar.Publishing;

/// <summary><c>GET /calendar.ics</c>: the sessions, for anybody's calendar. Nobody is asked who they are, and nothing in it is about a citizen.</summary>
internal static class CalendarEndpoint
{
    private const string ContentType = "text/calendar; charset=utf-8";

    /// <summary>Maps it, for GET and HEAD.</summary>
    public static void MapCalendar(this IEndpointRouteBuilder routes) =>
        routes.MapMethods("/calendar.ics", [HttpMethods.Get, HttpMethods.Head], WriteAsync).AllowAnonymous();

    private static async Task WriteAsync(HttpContext context, DirectorySource source, IOptions<LineOptions> options, LineClock clock)
    {
        var directory = source.Current;
        var (wish, refusal) = CalendarWish.Read(context.Request.Query, directory);
        var response = context.Response;
        if (wish is null)
        {
            response.StatusCode = refusal!.Status;
            response.Headers.CacheControl = "no-store";
            response.ContentType = "text/plain; charset=utf-8";
            await Body(context, Encoding.UTF8.GetBytes($"{refusal.Fr} / {refusal.En}\n"));
            return;
        }

        var line = options.Value;
        var host = Uri.TryCreate(line.PublicBaseUrl, UriKind.Absolute, out var address) ? address.Host : "appelaide";
        var published = new PublishedLine(wish.Words.Language == "fr" ? line.Name : line.NameEn, clock.Phone, host);
        var (body, tag) = CalendarFeeds.Of(directory, wish, published, clock.Now);
        var headers = response.GetTypedHeaders();
        headers.ETag = tag;
        response.Headers.CacheControl = "public, max-age=300";
        if (context.Request.GetTypedHeaders().IfNoneMatch.Any(known => known.Equals(EntityTagHeaderValue.Any) || known.Compare(tag, useStrongComparison: false)))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        response.ContentType = ContentType;
        await Body(context, body);
    }

    private static async Task Body(HttpContext context, byte[] body)
    {
        context.Response.ContentLength = body.Length;
        if (!HttpMethods.IsHead(context.Request.Method))
            await context.Response.Body.WriteAsync(body, context.RequestAborted);
    }
}
