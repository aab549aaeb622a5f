namespace AppelAide.Host.Calls.Queue;

/// <summary>What staff do about a call-back.</summary>
internal static class QueueActions
{
    /// <summary>It is mine now.</summary>
    public const string Take = "take";

    /// <summary>Called: nobody answered.</summary>
    public const string Tried = "tried";

    /// <summary>Done, with an outcome.</summary>
    public const string Done = "done";

    /// <summary>A colleague sees to it.</summary>
    public const string Pass = "pass";

    /// <summary>Nobody's again.</summary>
    public const string Release = "release";

    /// <summary>It was done too soon: it waits again.</summary>
    public const string Reopen = "reopen";
}
