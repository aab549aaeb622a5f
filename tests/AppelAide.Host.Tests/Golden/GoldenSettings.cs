using System.Globalization;
using AppelAide.Dialogue;
using AppelAide.Host.Outbox;

namespace AppelAide.Host.Tests.Golden;

/// <summary>The header of a golden conversation: who calls or texts, when, and how the line is set up.</summary>
internal sealed record GoldenSettings
{
    public Channel Channel { get; init; } = Channel.Voice;

    /// <summary>E.164; empty for a hidden number.</summary>
    public string From { get; init; } = "+14185550142";

    public DateTime At { get; init; } = new(2026, 11, 23, 10, 0, 0);

    /// <summary>The language in which the citizen is already known; empty for a citizen that the line does not know.</summary>
    public string Language { get; init; } = "";

    /// <summary>The number of the persons of the line; empty when nobody can be put through.</summary>
    public string Transfer { get; init; } = "";

    public bool FrenchFirst { get; init; }

    /// <summary>What the line calls the citizen with, as it is said; empty when the citizen calls.</summary>
    public string Message { get; init; } = "";

    /// <summary>Why the line calls.</summary>
    public string Purpose { get; init; } = OutboxPurpose.Answer;

    /// <summary>Whether the telephone takes no texts: the line calls instead.</summary>
    public bool Landline { get; init; }

    /// <summary>How the configuration says it.</summary>
    public string[] Arguments => [$"--Line:TransferNumber={Transfer}", $"--Line:FrenchFirst={FrenchFirst}"];

    /// <summary>The settings after one more line of the header.</summary>
    /// <exception cref="FormatException">The line is not one of a header.</exception>
    public GoldenSettings With(string line)
    {
        var colon = line.IndexOf(':');
        var (name, value) = colon < 0 ? (line, "") : (line[..colon].Trim(), line[(colon + 1)..].Trim());
        return (name, value) switch
        {
            ("channel", "voice") => this with { Channel = Channel.Voice },
            ("channel", "sms") => this with { Channel = Channel.Sms },
            ("from", "hidden") => this with { From = "" },
            ("from", _) => this with { From = value, Language = "", Landline = false },
            ("at", _) => this with { At = DateTime.ParseExact(value, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) },
            ("language", "fr" or "en") => this with { Language = value },
            ("landline", "yes" or "no") => this with { Landline = value == "yes" },
            ("message", _) => this with { Message = value },
            ("purpose", _) => this with { Purpose = value },
            ("transfer", _) => this with { Transfer = value },
            ("french-first", "yes") => this with { FrenchFirst = true },
            _ => throw new FormatException($"\"{line}\" is neither a comment (#), a line of the header, an input (>), nor what the line does (< and =)"),
        };
    }
}
