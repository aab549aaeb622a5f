using System.Globalization;

namespace AppelAide.Host.Callers;

/// <summary>
/// The telephones from which staff try the line. They are nobody's: the area code 555 is not given out (CNAC, NANPA: "not available for assignment"),
/// and the line asks the provider nothing for them.
/// </summary>
internal static class TrialNumbers
{
    private const string Prefix = "+1555555";
    private const int Length = 12;
    private const int Fixed = 5000;

    /// <summary>The telephone of somebody of the staff, which the line remembers between two trials.</summary>
    public static string Of(long staff) => Number((int)(Math.Abs(staff) % Fixed));

    /// <summary>One of those that the line may not know yet.</summary>
    public static string Any(Random random) => Number(random.Next(Fixed, 10_000));

    /// <summary>Whether a number is one of them.</summary>
    public static bool Is(string phone) => phone.Length == Length && phone.StartsWith(Prefix, StringComparison.Ordinal);

    private static string Number(int n) => Prefix + n.ToString("0000", CultureInfo.InvariantCulture);
}
