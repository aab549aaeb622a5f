using AppelAide.Host.Directory;

namespace AppelAide.Host.Trainings.Desk;

/// <summary>Staff change, cancel and restore sessions; the line tells their people (<see cref="Messages.SessionNotices"/>).</summary>
internal sealed class SessionDesk(DirectorySource directory, SessionBook book, SessionEditor editor)
{
    /// <summary>Makes a change.</summary>
    public async Task<SessionOutcome> ChangeAsync(string id, SessionWish wish, CancellationToken ct)
    {
        await directory.RefreshAsync(ct).ConfigureAwait(false);
        if (await book.SheetAsync(id, ct).ConfigureAwait(false) is not { } sheet) return new($"There is no session \"{id}\".", null, false);
        if (Wrong(sheet, wish) is { } wrong) return new(wrong, sheet, false);
        if (await editor.ChangeAsync(id, Complete(sheet.Session, wish), ct).ConfigureAwait(false) is { } refusal) return new(refusal, sheet, false);
        var changed = await book.SheetAsync(id, ct).ConfigureAwait(false);
        return new(null, changed, changed?.Session.Revision > sheet.Session.Revision);
    }

    private static string? Wrong(SessionSheet sheet, SessionWish wish)
    {
        var (session, change) = (sheet.Session, wish.Change);
        if (change.TakesPlace == false && session.IsCancelled) return $"{session.Id} is cancelled already.";
        if (change.TakesPlace == true && !session.IsCancelled) return $"{session.Id} is not cancelled.";
        if (session.IsAllDay && (change.StartsAt ?? change.EndsAt) is not null) return $"{session.Id} lasts all day: it has no hours to change.";
        if (change.Seats < sheet.Taken && !wish.Overbooks)
            return $"{sheet.Taken} seats of {session.Id} are taken: say --overbook to leave {change.Seats} all the same.";
        return null;
    }

    /// <summary>A session that starts at another hour is as long as it was, unless its end is given too.</summary>
    private static SessionChange Complete(TrainingSession session, SessionWish wish)
    {
        var change = wish.Change;
        var isNew = change.TakesPlace is not null || (change.Date is { } date && date != session.Date) || (change.StartsAt is { } start && start != session.StartsAt)
            || (change.EndsAt is { } ends && ends != session.EndsAt) || (change.LocationId is { } location && location != session.Location.Id)
            || (change.Venue is { } venue && venue != session.Venue);
        return change with
        {
            EndsAt = change.EndsAt ?? (change.StartsAt is { } at ? at.Add(session.EndsAt - session.StartsAt) : null),
            // What was said of another change does not explain this one.
            NoteFr = wish.NoteFr ?? (isNew ? "" : session.Note.Fr),
            NoteEn = wish.NoteEn ?? (isNew ? "" : session.Note.En),
        };
    }
}
