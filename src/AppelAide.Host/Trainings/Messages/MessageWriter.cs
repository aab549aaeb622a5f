using System.Collections.Immutable;
using AppelAide.Dialogue.Definition;
using AppelAide.Dialogue.Engine;
using AppelAide.Dialogue.Events;
using AppelAide.Host.Conversations;
using AppelAide.Host.Outbox;
using AppelAide.Host.Trainings.Registrations;

namespace AppelAide.Host.Trainings.Messages;

/// <summary>Words a message about a registration as the dialogue <c>ecrits</c> has it: a community worker changes it there.</summary>
internal sealed class MessageWriter(Func<Script> scripts, RegistrationFields fields, LineClock clock)
{
    /// <summary>A message.</summary>
    /// <param name="node">The node of <c>ecrits</c> that writes it.</param>
    /// <param name="registration">What it is about.</param>
    /// <param name="language">The citizen's.</param>
    /// <param name="purpose">One of <see cref="OutboxPurpose"/>.</param>
    /// <param name="dueAt">Not before.</param>
    /// <param name="expiresAt">Nobody wants it after.</param>
    /// <returns>Null when the session is no longer in the directory, or the scripts have no words for it.</returns>
    public OutboxMessage? Write(string node, Registration registration, string language, string purpose, DateTimeOffset dueAt, DateTimeOffset expiresAt) =>
        Write(node, fields.Of(registration), registration.ContactId, language, purpose, dueAt, expiresAt);

    /// <summary>A message about anything that the script's look-up answers with these fields.</summary>
    /// <inheritdoc cref="Write(string, Registration, string, string, DateTimeOffset, DateTimeOffset)"/>
    public OutboxMessage? Write(
        string node, ImmutableDictionary<string, string> about, long contact, string language, string purpose, DateTimeOffset dueAt, DateTimeOffset expiresAt)
    {
        if (about.IsEmpty) return null;
        var context = clock.Context(clock.Now, ImmutableDictionary<string, ImmutableArray<string>>.Empty);
        var run = DialogueEngine.Write(scripts(), node, language, ImmutableDictionary<string, string>.Empty, context);
        while (run.Question is not null) run.Answer(about);
        if (run.Turn?.Events.OfType<TextRequested>().FirstOrDefault() is not { } text) return null;
        return new OutboxMessage
        {
            CallerId = contact,
            Purpose = purpose,
            Language = language,
            Body = text.Text,
            Spoken = text.Spoken,
            Segments = OutgoingWords.Segments(text.Text),
            DueAt = dueAt,
            ExpiresAt = expiresAt,
        };
    }
}
