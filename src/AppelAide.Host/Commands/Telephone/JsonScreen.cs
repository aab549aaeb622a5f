using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace AppelAide.Host.Commands.Telephone;

/// <summary>One JSON object a turn, a line each (CONTRACT: command line), and nothing else.</summary>
internal sealed class JsonScreen(TextWriter output) : IPhoneScreen
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <inheritdoc />
    public Task ShowAsync(string? heard, LineAnswer answer, CancellationToken ct)
    {
        Write(heard, answer);
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public void ShowText(string from, string body, LineAnswer answer) => Write(body, answer);

    /// <inheritdoc />
    public void Dialling(string from)
    {
    }

    /// <inheritdoc />
    public void Ask(LineAnswer answer, string language, double seconds)
    {
    }

    /// <inheritdoc />
    public void Did(CallerAct act, string language, bool echoed)
    {
    }

    /// <inheritdoc />
    public void Ended(bool byLine, string language, double seconds)
    {
    }

    private void Write(string? heard, LineAnswer answer)
    {
        var turn = new JsonObject
        {
            ["heard"] = heard,
            ["understood"] = new JsonObject
            {
                ["intent"] = answer.Intent,
                ["need"] = answer.Need,
                ["place"] = answer.Place,
                ["language"] = answer.Language,
                ["confidence"] = answer.Confidence is { } confidence ? Math.Round(confidence, 2) : null,
            },
            ["said"] = new JsonArray([.. answer.Runs().Select(run => new JsonObject { ["language"] = run.Language.Length > 0 ? run.Language : null, ["text"] = run.Text })]),
            ["node"] = answer.Node,
            ["segments"] = answer.Segments,
            ["seconds"] = Math.Round(answer.Seconds, 1),
        };
        output.WriteLine(turn.ToJsonString(Plain));
        output.Flush();
    }
}
