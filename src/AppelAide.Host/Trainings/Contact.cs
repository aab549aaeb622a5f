namespace AppelAide.Host.Trainings;

/// <summary>Who answers questions on a training. Each is empty when not known.</summary>
/// <param name="Name">A person's name, or a function's.</param>
/// <param name="Phone">E.164.</param>
/// <param name="Email">An address.</param>
internal sealed record Contact(string Name, string Phone, string Email)
{
    /// <summary>Nobody is named.</summary>
    public static Contact None { get; } = new("", "", "");
}
