using AppelAide.Dialogue.Engine;

namespace AppelAide.Host.Tests.Voice;

/// <summary>Turns to render.</summary>
internal static class Turns
{
    public const string Action = "/twilio/voice/turn?c=12&t=3";

    public static GatherExpectation Menu { get; } = new(1, 10, 1, ["une formation", "de l'aide"]);

    public static Turn Of(Expectation expectation, params Utterance[] said) => new(3, [.. said], expectation, "fr", false, "accueil.menu", []);
}
