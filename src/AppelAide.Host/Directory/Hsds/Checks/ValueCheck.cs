using System.Globalization;
using AppelAide.Host.Directory.Hours;

namespace AppelAide.Host.Directory.Hsds.Checks;

/// <summary>Whether a field holds what the standard says it does.</summary>
internal static class ValueCheck
{
    /// <summary>What is wrong with a field; null when nothing is.</summary>
    public static (DefectKind Kind, string Problem)? Of(HsdsTable table, HsdsField field, string value) => field.Kind switch
    {
        HsdsFieldKind.Number => Number(field.Name, value),
        HsdsFieldKind.Date when !IsDate(value) => (DefectKind.Value, $"\"{Short(value)}\" is not a date such as 2026-11-30"),
        HsdsFieldKind.DateTime when !DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _) =>
            (DefectKind.Value, $"\"{Short(value)}\" is not a date and time such as 2026-11-30T10:30:00Z"),
        HsdsFieldKind.Time when ClockReader.Read(value) is null => (DefectKind.Hours, $"\"{Short(value)}\" is not a time such as 09:30"),
        HsdsFieldKind.OneOf when !field.OneOf.Contains(value) => (DefectKind.Value, $"\"{Short(value)}\" is not one of {string.Join(", ", field.OneOf)}"),
        HsdsFieldKind.Email when !IsEmail(value) => (DefectKind.Value, $"\"{Short(value)}\" is not an email address"),
        HsdsFieldKind.Uri when !IsUri(value) => (DefectKind.Value, $"\"{Short(value)}\" is not a whole web address such as https://exemple.org"),
        HsdsFieldKind.Text when field.Name == "number" && table.Name == "phone" && !PhoneText.TryDial(value, out _) =>
            (DefectKind.Phone, $"\"{Short(value)}\" is not a telephone that can be dialled"),
        _ => null,
    };

    /// <summary>Whether a date is written as the standard wants, and was or will be.</summary>
    public static bool IsDate(string value) => DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    /// <summary>A number of the standard; null for anything else.</summary>
    public static double? NumberOf(string value) =>
        double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;

    /// <summary>A value as a message tells it.</summary>
    public static string Short(string value) => value.Length <= 60 ? value : value[..57] + "…";

    private static (DefectKind Kind, string Problem)? Number(string field, string value)
    {
        if (NumberOf(value) is not { } number)
            return (DefectKind.Value, $"\"{Short(value)}\" is not a number");
        var most = field switch { "latitude" => 90, "longitude" => 180, _ => double.MaxValue };
        return Math.Abs(number) <= most ? null : (DefectKind.Coordinates, $"{Short(value)} is outside the world");
    }

    private static bool IsEmail(string value)
    {
        var at = value.IndexOf('@', StringComparison.Ordinal);
        return at > 0 && at < value.Length - 1 && !value.AsSpan(at + 1).Contains('@') && !value.AsSpan().ContainsAny(' ', '\n', ',');
    }

    private static bool IsUri(string value) => value.Contains(':', StringComparison.Ordinal) && Uri.TryCreate(value, UriKind.Absolute, out _);
}
