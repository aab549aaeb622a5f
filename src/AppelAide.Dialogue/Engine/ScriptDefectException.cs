namespace AppelAide.Dialogue.Engine;

/// <summary>The script cannot be followed here. Caught in the run itself: the citizen hears an apology and is led to a person.</summary>
/// <param name="reason">One sentence for the log.</param>
internal sealed class ScriptDefectException(string reason) : Exception(reason);
