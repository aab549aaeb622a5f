using System.Globalization;
using System.Text.RegularExpressions;

namespace AppelAide.Host.Tests.Golden;

/// <summary>A line of a golden file that moves the clock: <c>&gt; (2026-11-29 10:00)</c>.</summary>
/// <param name="At">In the line's time zone.</param>
/// <param name="Answer">Who answers when the line calls.</param>
internal sealed partial record GoldenTime(DateTime At, GoldenTime.Answers Answer)
{
    /// <summary>Who answers when the line calls.</summary>
    internal enum Answers
    {
        /// <summary>The citizen.</summary>
        Person,

        /// <summary>A machine.</summary>
        Machine,

        /// <summary>Nobody: the provider says so.</summary>
        Nobody,
    }

    /// <summary>The line; null when it does something else.</summary>
    public static GoldenTime? Read(string input) => Form().Match(input) is not { Success: true } match ? null : new GoldenTime(
        DateTime.ParseExact(match.Groups[1].Value, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
        match.Groups[2].Value switch
        {
            "répondeur" => Answers.Machine,
            "ne répond pas" => Answers.Nobody,
            _ => Answers.Person,
        });

    [GeneratedRegex(@"^\((\d{4}-\d\d-\d\d \d\d:\d\d)(?:, (répondeur|ne répond pas))?\)$")]
    private static partial Regex Form();
}
