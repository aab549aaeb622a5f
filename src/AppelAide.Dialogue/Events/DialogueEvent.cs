namespace AppelAide.Dialogue.Events;

/// <summary>Something that happened in a turn. Append-only: the call log is made of these.</summary>
public abstract record DialogueEvent;

/// <summary>How an input was understood.</summary>
/// <param name="Intent">One of <see cref="Intents"/>.</param>
/// <param name="Need">The need's identifier, when one was named.</param>
/// <param name="Choice">The key of the choice taken at a menu, when one was.</param>
/// <param name="Confidence">0 to 1.</param>
public sealed record Understood(string Intent, string? Need, string? Choice, double Confidence) : DialogueEvent;

/// <summary>A place was settled on in this turn.</summary>
/// <param name="PlaceId">The place's identifier.</param>
/// <param name="Label">Its official name with its MRC or city.</param>
public sealed record PlaceSettled(string PlaceId, string Label) : DialogueEvent;

/// <summary>A message was asked for, to be sent through the outbox.</summary>
/// <param name="Language"><c>fr</c> or <c>en</c>.</param>
/// <param name="Text">The message as it is sent: GSM-7, with who writes and how to end it.</param>
/// <param name="Spoken">The same to be read aloud, where no text can be received; without who writes.</param>
public sealed record TextRequested(string Language, string Text, string Spoken) : DialogueEvent;

/// <summary>The outcome of the conversation is now known (the strongest so far is kept by the call log).</summary>
/// <param name="Outcome">answered, cancelled, subscribed, referred, waiting, registered, transferred, voicemail, callback, optedout or emergency.</param>
public sealed record OutcomeReached(string Outcome) : DialogueEvent;

/// <summary>A node was entered.</summary>
/// <param name="Node">As <c>dialogue.node</c>.</param>
public sealed record NodeEntered(string Node) : DialogueEvent;

/// <summary>The script failed at run time; the citizen heard the apology and was led to a person.</summary>
/// <param name="Node">Where.</param>
/// <param name="Reason">One sentence for the log.</param>
public sealed record DefectMet(string Node, string Reason) : DialogueEvent;
