using AppelAide.Host.Directory.Editing;

namespace AppelAide.Host.Console.Directory;

/// <summary>Where the pages of a record are.</summary>
internal static class RecordAddress
{
    /// <summary>The page of a service.</summary>
    public static string Service(string id) => Of(new(HistoryPage.Service, id));

    /// <summary>The page of an organization.</summary>
    public static string Organization(string id) => Of(new(HistoryPage.Organization, id));

    /// <summary>The page of either.</summary>
    public static string Of(HistoryPage page) => $"/console/directory/{(page.Kind == HistoryPage.Organization ? "organizations" : "services")}/{Uri.EscapeDataString(page.Id)}";

    /// <summary>What an address says; null when it says nothing of the kind. A slash of an identifier stays escaped in an address.</summary>
    public static HistoryPage? Read(string kind, string id) => kind switch
    {
        "services" => new(HistoryPage.Service, Plain(id)),
        "organizations" => new(HistoryPage.Organization, Plain(id)),
        _ => null,
    };

    private static string Plain(string id) => id.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);
}
