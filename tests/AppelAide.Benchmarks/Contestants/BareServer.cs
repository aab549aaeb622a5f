using System.Text;

namespace AppelAide.Benchmarks.Contestants;

/// <summary>A, the yardstick: Kestrel alone, which reads the form and answers the same 600 bytes of TwiML whatever it was asked.</summary>
internal static class BareServer
{
    private const int Size = 600;

    public static async Task<int> RunAsync(string port)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        await using var app = builder.Build();
        var document = Document();
        app.MapPost("/{**any}", async context =>
        {
            var form = await context.Request.ReadFormAsync();
            context.Response.StatusCode = form["CallSid"].Count == 1 ? 200 : 400;
            context.Response.ContentType = "application/xml; charset=utf-8";
            context.Response.ContentLength = document.Length;
            await context.Response.Body.WriteAsync(document);
        });
        app.MapGet("/health/ready", () => "ready");
        await app.RunAsync();
        return 0;
    }

    private static byte[] Document()
    {
        const string head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response><Gather input=\"dtmf speech\" action=\"/twilio/voice/turn?c=1&amp;t=1\" method=\"POST\"><Say>";
        const string tail = "</Say></Gather></Response>";
        return Encoding.UTF8.GetBytes(head + new string('a', Size - head.Length - tail.Length) + tail);
    }
}
