namespace AppelAide.Host.Outbox;

/// <summary>Why a message is sent: it decides what goes first and what has to wait for decent hours.</summary>
internal static class OutboxPurpose
{
    /// <summary>Asked for by the citizen a moment ago: sent at any hour.</summary>
    public const string Answer = "answer";

    /// <summary>Reminds of something that the citizen registered for.</summary>
    public const string Reminder = "reminder";

    /// <summary>Tells of a change to something that concerns the citizen.</summary>
    public const string Notice = "notice";

    /// <summary>Staff write to all who subscribed.</summary>
    public const string Bulletin = "bulletin";

    /// <summary>Staff try a bulletin on their own telephone: sent at any hour.</summary>
    public const string Test = "test";

    /// <summary>What goes first: 0 before 1 before 2.</summary>
    public static int Priority(string purpose) => purpose switch
    {
        Answer or Test => 0,
        Bulletin => 2,
        _ => 1,
    };

    /// <summary>How many priorities there are.</summary>
    public const int Priorities = 3;
}
