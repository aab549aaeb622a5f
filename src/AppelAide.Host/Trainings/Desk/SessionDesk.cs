using AppelAide.Host.Directory;
using AppelAide.Host.Directory.Editing;

namespace AppelAide.Host.Trainings.Desk;

/// <summary>Staff change, cancel and restore sessions; the line tells their people (<see cref="Messages.SessionNotices"/>).</summary>
internal sealed class SessionDesk(DirectorySource directory, SessionBook book, SessionEditor editor)
{
    /// <summary>Makes a change.</summary>
    /// <param name="id">Of which session.</param>
    /// <param name="wish">What is asked for.</param>
    /// <param name="ct">Gives up.</param>
    /// <param name="hand">Whose hand; null for the command line.</param>
    public async Task<SessionOutcome> ChangeAsync(string id, SessionWish wish, CancellationToken ct, EditHand? hand = null)
    {
        await directory.RefreshAsync(ct).ConfigureAwait(false);
        if (await book.SheetAsync(id, ct).ConfigureAwait(false) is not { } sheet)
            return new(new(EditStatus.Gone, new($"Il n'y a pas de séance « {id} ».", $"There is no session \"{id}\".")), null, false);
        if (Wrong(sheet, wish) is { } wrong) return new(new(EditStatus.Wrong, wrong), sheet, false);
        var answer = await editor.ChangeAsync(id, Complete(sheet.Session, wish), ct, hand).ConfigureAwait(false);
        if (answer.Status is not EditStatus.Saved) return new(answer, sheet, false);
        var changed = await book.SheetAsync(id, ct).ConfigureAwait(false);
        return new(answer, changed, changed?.Session.Revision > sheet.Session.Revision);
    }

    private static Bilingual? Wrong(SessionSheet sheet, SessionWish wish)
    {
        var (session, change) = (sheet.Session, wish.Change);
        if (change.TakesPlace == false && session.IsCancelled) return new($"{session.Id} est déjà annulée.", $"{session.Id} is cancelled already.");
        if (change.TakesPlace == true && !session.IsCancelled) return new($"{session.Id} n'est pas annulée.", $"{session.Id} is not cancelled.");
        if (session.IsAllDay && (change.StartsAt ?? change.EndsAt) is not null)
            return new($"{session.Id} dure toute la journée : il n'y a pas d'heures à changer.", $"{session.Id} lasts all day: it has no hours to change.");
        if (change.Seats < sheet.Taken && !wish.Overbooks)
        {
            return new(
                $"{sheet.Taken} places de {session.Id} sont prises : dites que vous le voulez quand même pour n'en laisser que {change.Seats}.",
                $"{sheet.Taken} seats of {session.Id} are taken: say --overbook to leave {change.Seats} all the same.");
        }

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
            NoteFr = wish.NoteFr ?? (change.TakesPlace == true ? "La séance aura bien lieu." : isNew ? "" : session.Note.Fr),
            NoteEn = wish.NoteEn ?? (change.TakesPlace == true ? "It will take place after all." : isNew ? "" : session.Note.En),
        };
    }
}
