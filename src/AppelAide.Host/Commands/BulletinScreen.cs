using System.Globalization;
using AppelAide.Host.Bulletins;

namespace AppelAide.Host.Commands;

/// <summary>Bulletins in the terminal.</summary>
internal static class BulletinScreen
{
    /// <summary>One line of the list.</summary>
    public static void Line(Bulletin bulletin, BulletinService bulletins) => System.Console.WriteLine(
        string.Create(CultureInfo.InvariantCulture, $"{bulletin.Id,6}  {bulletin.State,-9}  {Due(bulletin, bulletins),-16}  {bulletin.People,7}  {bulletin.Topic,-9}  {Where(bulletin, bulletins)}"));

    /// <summary>All of a bulletin.</summary>
    public static void Show(BulletinReport report, BulletinService bulletins)
    {
        var bulletin = report.Bulletin;
        Write($"Bulletin {bulletin.Id}, {bulletin.State}{(bulletin.DueAt is null ? "" : $", due {Due(bulletin, bulletins)}")}, by {bulletin.Author}");
        Write($"Topic: {bulletin.Topic}. For: {Where(bulletin, bulletins)}.");
        foreach (var text in report.Texts)
        {
            Write($"");
            Write($"{text.Language}  {text.Text}");
            Write($"    {Count(text.Segments, "segment")}{(text.Dropped.Length > 0 ? $"; left out, since no text carries it: {text.Dropped}" : "")}");
        }

        Write($"");
        if (bulletin.State is "draft" or "scheduled")
        {
            Write($"{Count(report.People, "person", "people")}{string.Concat(report.Audience.Select(group => $"; {group.People} by {Kind(group.Kind)} in {group.Language}"))}");
            Write($"Cost, about: {report.Cost:0.00} $");
        }

        foreach (var way in report.Progress)
            Write($"By {Kind(way.Kind)}: {way.Waiting} waiting, {way.Sent} sent, {way.Delivered} delivered, {way.Failed} failed, {way.Cancelled} cancelled");
    }

    private static string Due(Bulletin bulletin, BulletinService bulletins) =>
        bulletin.DueAt is { } due ? bulletins.ToLocal(due).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) : "";

    private static string Where(Bulletin bulletin, BulletinService bulletins) => bulletin.PlaceIds.Count == 0 ? "everywhere" : string.Join("; ", bulletins.PlaceNames(bulletin));

    private static string Kind(string kind) => kind == "call" ? "call" : "text";

    private static string Count(int count, string one, string? many = null) => string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? one : many ?? one + "s")}");

    private static void Write(FormattableString line) => System.Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
