namespace AppelAide.Dialogue.Definition;

/// <summary>The prompts that the engine itself says; every script set must have them.</summary>
public static class LinePrompts
{
    /// <summary>Nothing was heard, the first time.</summary>
    public const string Silence = "line.silence";

    /// <summary>A key that is not a choice here; <c>{heard.key}</c> is the key.</summary>
    public const string WrongKey = "line.wrong-key";

    /// <summary>Words that mean nothing here.</summary>
    public const string NotUnderstood = "line.not-understood";

    /// <summary>Said after the choices of a second try: the person.</summary>
    public const string OrPerson = "line.or-person";

    /// <summary>Before a citizen is led to a person after too many tries.</summary>
    public const string Exhausted = "line.exhausted";

    /// <summary>The line failed; a person follows.</summary>
    public const string Defect = "line.defect";

    /// <summary>Speech is slower from now on.</summary>
    public const string Slower = "line.slower";

    /// <summary>A number outside what the question takes; <c>{wait.min}</c> and <c>{wait.max}</c>.</summary>
    public const string NumberRange = "line.number-range";

    /// <summary>What was given for a telephone number can be none: ten digits are needed.</summary>
    public const string PhoneRange = "line.phone-range";

    /// <summary>Around every text message that the line sends first; <c>{message.text}</c> is what it says.</summary>
    public const string Message = "line.message";

    /// <summary>The line called somebody, and the message is no longer to be given: it was stopped, or heard already.</summary>
    public const string NoMessage = "line.no-message";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } =
        [Silence, WrongKey, NotUnderstood, OrPerson, Exhausted, Defect, Slower, NumberRange, PhoneRange, Message, NoMessage];
}
