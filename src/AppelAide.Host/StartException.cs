namespace AppelAide.Host;

/// <summary>The program cannot go on until a person mends something.</summary>
/// <param name="message">What is wrong, in one line.</param>
/// <param name="details">A line for each defect, where there are several.</param>
internal sealed class StartException(string message, IReadOnlyList<string>? details = null) : Exception(message)
{
    /// <summary>A line for each defect.</summary>
    public IReadOnlyList<string> Details { get; } = details ?? [];
}
