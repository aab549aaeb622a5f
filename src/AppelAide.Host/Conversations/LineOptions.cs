namespace AppelAide.Host.Conversations;

/// <summary>The line itself: configuration section <c>Line</c>.</summary>
internal sealed class LineOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Line";

    /// <summary>How the line names itself in French. Default: Ligne AppelAide.</summary>
    public string Name { get; set; } = "Ligne AppelAide";

    /// <summary>How the line names itself in English. Default: AppelAide Line.</summary>
    public string NameEn { get; set; } = "AppelAide Line";

    /// <summary>The languages it speaks, the first one first. Default: <c>fr,en</c>.</summary>
    public string Languages { get; set; } = "fr,en";

    /// <summary>Whether English is one of them.</summary>
    public bool SpeaksEnglish => Languages.Contains("en", StringComparison.Ordinal);

    /// <summary>A public body: English only on request, after a declaration of good faith. Default: no.</summary>
    public bool FrenchFirst { get; set; }

    /// <summary>Where <c>0</c> leads in opening hours, E.164. Default: none, and then people are called back.</summary>
    public string TransferNumber { get; set; } = "";

    /// <summary>When a person answers. Default: Monday to Friday, 9 to 17.</summary>
    public string Hours { get; set; } = "Mo-Fr 09:00-17:00";

    /// <summary>The line's time zone, IANA. Default: America/Toronto.</summary>
    public string TimeZone { get; set; } = "America/Toronto";

    /// <summary>The address that Twilio calls, when the line is behind a proxy. Default: that of the request.</summary>
    public string PublicBaseUrl { get; set; } = "";

    /// <summary>The folder of the scripts. Default: <c>ivr-scripts</c> of the working folder, else beside the program.</summary>
    public string Scripts { get; set; } = "";
}
