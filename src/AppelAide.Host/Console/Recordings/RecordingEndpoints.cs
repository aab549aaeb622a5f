using System.Security.Claims;
using AppelAide.Host.Recordings;
using AppelAide.Host.Staff;

namespace AppelAide.Host.Console.Recordings;

/// <summary>The sound of recordings, for the pages that play it.</summary>
internal static class RecordingEndpoints
{
    /// <summary>Adds the address.</summary>
    public static void MapRecordings(this IEndpointRouteBuilder routes) => routes.MapGet("/console/recordings/{id:long}", PlayAsync).RequireAuthorization(Policies.Act);

    private static async Task<IResult> PlayAsync(long id, ClaimsPrincipal user, SoundStore sounds, AuditLog audit, CancellationToken ct)
    {
        if (StaffClaims.MemberOf(user) is not { } staff) return Results.Forbid();
        if (await sounds.FindAsync(id, ct) is not { } sound) return Results.NotFound();
        // A browser asks for a sound in parts, and again when somebody goes back in it: that is one hearing.
        await audit.WriteOnceAsync(staff, "recording.play", $"call {sound.ConversationNo}", ct);
        return Results.Bytes(sound.Sound, sound.ContentType, enableRangeProcessing: true);
    }
}
