namespace AppelAide.Dialogue.Engine;

/// <summary>What a call that the line makes knows of its message, from the start (<see cref="DialogueEngine.StartMessage"/>).</summary>
public static class MessageVariables
{
    /// <summary>The words, as they are said; and, in <see cref="Definition.LinePrompts.Message"/>, as they are written.</summary>
    public const string Text = "message.text";

    /// <summary>Why the line calls: answer, reminder, notice, bulletin or test.</summary>
    public const string Purpose = "message.purpose";

    /// <summary><c>yes</c> when a machine answered.</summary>
    public const string Machine = "call.machine";

    /// <summary>The message's number in the outbox.</summary>
    public const string Id = "message.id";

    /// <summary>The registration that the message is about; nothing when it is about none.</summary>
    public const string Registration = "message.registration";

    /// <summary>What it says of that registration: confirmation, reminder, offer, changed or cancelled.</summary>
    public const string Topic = "message.topic";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [Text, Purpose, Machine, Id, Registration, Topic];
}
