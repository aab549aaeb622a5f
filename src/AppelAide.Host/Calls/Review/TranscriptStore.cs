using AppelAide.Host.Persistence;
using AppelAide.Host.Staff;
using Dapper;

namespace AppelAide.Host.Calls.Review;

/// <summary>Recordings written down. Every version is kept, so that nobody's words are lost to another's.</summary>
internal sealed class TranscriptStore(Database database)
{
    /// <summary>The longest, in characters: ten minutes of speech.</summary>
    public const int Longest = 12_000;

    private const string Columns = "recording_id, version, at, staff_name, words";

    private const string Latest = $"""
        SELECT {Columns} FROM recording_transcript
        WHERE recording_id = @RecordingId
          AND version = (SELECT MAX(latest.version) FROM recording_transcript latest WHERE latest.recording_id = @RecordingId)
        """;

    private readonly string insert = database.Dialect.InsertIfAbsent(
        "recording_transcript", ["recording_id", "version"], "recording_id", "version", "at", "staff_id", "staff_name", "words");

    /// <summary>The version that holds; null when nobody has written any.</summary>
    public Task<Transcript?> FindAsync(long recordingId, CancellationToken ct) =>
        database.ReadAsync(connection => connection.QueryFirstOrDefault<Transcript>(Latest, new { RecordingId = recordingId }), ct);

    /// <summary>Writes the next version.</summary>
    /// <param name="scope">The write.</param>
    /// <param name="recordingId">The recording.</param>
    /// <param name="read">The version that was on the page when the writing began; 0 for none.</param>
    /// <param name="words">The words.</param>
    /// <param name="by">Who.</param>
    /// <param name="at">When.</param>
    /// <exception cref="StaleTranscriptException">Somebody wrote one meanwhile; the write is undone, and with it that its form was received.</exception>
    public void Save(WriteScope scope, long recordingId, int read, string words, StaffMember by, DateTimeOffset at)
    {
        var stands = scope.QueryFirst<Transcript>(Latest, new { RecordingId = recordingId });
        if ((stands?.Version ?? 0) != read) throw new StaleTranscriptException();
        // The same words are no new version.
        if ((stands?.Words ?? "") == words) return;
        var next = new { RecordingId = recordingId, Version = read + 1, At = at, StaffId = by.Id, StaffName = by.Name, Words = words };
        if (scope.Execute(insert, next) == 0) throw new StaleTranscriptException();
    }
}
