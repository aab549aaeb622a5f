namespace AppelAide.Host.Tests.Properties;

/// <summary>Real data for tests, in a folder <c>shared/data</c> beside the checkout; not part of the project.</summary>
internal static class SharedData
{
    /// <summary>The big list of naughty strings; null where it is missing.</summary>
    public static string? NaughtyStrings { get; } = Find("naughty", "blns.json");

    /// <summary>Twilio's own description of its REST API, in OpenAPI; null where it is missing.</summary>
    public static string? TwilioApi { get; } = Find("twilio", "twilio_api_v2010.json");

    /// <summary>The official register of Québec's municipalities; null where it is missing.</summary>
    public static string? PlaceRegister { get; } = Find("quebec", "municipalites-qc-trimmed.csv");

    /// <summary>The folder of sample calendars; null where it is missing.</summary>
    public static string? Calendars { get; } = Path.GetDirectoryName(Find("ical", "minimal.ics"));

    private static string? Find(params string[] relative)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "AppelAide.sln")))
            folder = folder.Parent;
        if (folder?.Parent is not { } beside) return null;
        var path = Path.Combine([beside.FullName, "shared", "data", .. relative]);
        return File.Exists(path) ? path : null;
    }
}
