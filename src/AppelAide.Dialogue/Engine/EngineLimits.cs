namespace AppelAide.Dialogue.Engine;

/// <summary>What keeps a conversation bounded, whatever the script or the citizen does.</summary>
public static class EngineLimits
{
    /// <summary>Steps in one turn; more is a loop that never waits.</summary>
    public const int StepsPerTurn = 300;

    /// <summary>Turns in one conversation; then the citizen is led to a person.</summary>
    public const int Turns = 200;

    /// <summary>Dialogues that have called one another; the oldest is forgotten beyond.</summary>
    public const int Depth = 8;

    /// <summary>Steps back that <c>#</c> remembers.</summary>
    public const int History = 4;

    /// <summary>Characters kept of what a citizen said or texted.</summary>
    public const int HeardCharacters = 1600;

    /// <summary>Time to answer, in seconds (FIELD, from COGA: generous, 10 s by default).</summary>
    public const int AnswerSeconds = 10;

    /// <summary>Time to answer on a second try, or for a citizen who asked for slower speech, in seconds.</summary>
    public const int PatientAnswerSeconds = 15;
}
