namespace AppelAide.Host.Trainings.Messages;

/// <summary>What a message about a registration is of: <c>registration_message.topic</c> begins with it.</summary>
internal static class MessageTopic
{
    /// <summary>Two days before.</summary>
    public const string InTwoDays = "reminder:2";

    /// <summary>The morning before.</summary>
    public const string Tomorrow = "reminder:1";

    /// <summary>A seat is offered.</summary>
    public static string Offer(int number) => FormattableString.Invariant($"offer:{number}");

    /// <summary>The session changed.</summary>
    public static string Changed(int revision) => FormattableString.Invariant($"changed:{revision}");

    /// <summary>The session will not take place.</summary>
    public static string Cancelled(int revision) => FormattableString.Invariant($"cancelled:{revision}");
}
