namespace AppelAide.Host.Calls.Figures;

/// <summary>How the figures tell conversations apart.</summary>
internal static class FigureChannels
{
    /// <summary>Somebody called.</summary>
    public const string Call = "voice";

    /// <summary>Somebody texted.</summary>
    public const string Text = "sms";

    /// <summary>The line called somebody with a message: no call that came in, and nobody who asked for something.</summary>
    public const string Outgoing = "outgoing";
}
