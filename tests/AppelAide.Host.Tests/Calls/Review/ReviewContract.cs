using AppelAide.Host.Calls;
using AppelAide.Host.Calls.Queue;
using AppelAide.Host.Calls.Review;
using AppelAide.Host.Conversations;
using AppelAide.Host.Referrals;
using AppelAide.Host.Staff;
using AppelAide.Host.Tests.Persistence;
using AppelAide.Host.Twilio;
using Dapper;
using Microsoft.Extensions.Options;

namespace AppelAide.Host.Tests.Calls.Review;

public abstract class ReviewContract(DatabaseFixture fixture)
{
    private static readonly DateTimeOffset Now = ReviewedCalls.Now;
    private static readonly StaffMember Rose = new(7, "Rose Roy", StaffRoles.Staff);
    private static readonly StaffMember Paul = new(8, "Paul Caron", StaffRoles.Staff);
    private readonly ReviewedCalls calls = new(fixture);
    private readonly CallSearch search = new(fixture.Database, TimeProvider.System);
    private readonly NoteStore notes = new(fixture.Database, fixture.Sequences);
    private readonly TagStore tags = new(fixture.Database);
    private readonly TranscriptStore transcripts = new(fixture.Database);
    private readonly RecordingStore recordings = new(fixture.Database, fixture.Sequences, Intake(fixture));

    [ContractFact]
    public async Task Notes_are_kept_in_order_and_found_by_their_words()
    {
        var call = await calls.AddAsync();
        var other = await calls.AddAsync();
        await WriteAsync(scope => Assert.True(notes.Add(scope, call.No, Rose, "Rappelée à propos des Paniers.\nElle n'a pas de chauffage.", Now)));
        await WriteAsync(scope => Assert.True(notes.Add(scope, call.No, Paul, "Chauffage réglé", Now.AddMinutes(1))));
        await WriteAsync(scope => Assert.True(notes.Add(scope, other.No, Paul, "rien", Now)));
        await WriteAsync(scope => Assert.False(notes.Add(scope, long.MaxValue, Paul, "rien", Now)));
        var kept = await notes.ListAsync(call.No, default);
        Assert.Equal([("Rose Roy", Now), ("Paul Caron", Now.AddMinutes(1))], kept.Select(note => (note.StaffName, note.At)));
        Assert.Equal("Rappelée à propos des Paniers.\nElle n'a pas de chauffage.", kept[0].Words);
        foreach (var words in new[] { "chauffage", "PANIER", "rappelee regle", "paniers de chauffage" })
            Assert.Equal([call.No], await FoundAsync(new CallFilter { Words = NoteStore.WordsOf(words), Places = [calls.Place] }));
        Assert.Empty(await FoundAsync(new CallFilter { Words = NoteStore.WordsOf("chauffage rien"), Places = [calls.Place] }));
        Assert.Equal([call.No], await FoundAsync(new CallFilter { Words = NoteStore.WordsOf("chauffage") }));
    }

    [ContractFact]
    public async Task A_tag_is_put_once_and_taken_off()
    {
        var call = await calls.AddAsync();
        var tag = TagStore.Normal("  #À   Rappeler " + Guid.NewGuid().ToString("N")[..8]);
        Assert.StartsWith("à rappeler ", tag, StringComparison.Ordinal);
        await WriteAsync(scope => Assert.True(tags.Add(scope, call.No, Rose, tag, Now)));
        await WriteAsync(scope => Assert.False(tags.Add(scope, call.No, Paul, tag, Now)));
        await WriteAsync(scope => Assert.True(tags.Add(scope, call.No, Paul, "aîné", Now)));
        Assert.Equal(new[] { tag, "aîné" }.Order(StringComparer.Ordinal), (await tags.ListAsync(call.No, default)).Order(StringComparer.Ordinal));
        Assert.Contains(tag, await tags.LatestAsync(100, default));
        Assert.Equal([call.No], await FoundAsync(new CallFilter { Tag = tag }));
        await WriteAsync(scope => Assert.True(tags.Remove(scope, call.No, tag)));
        await WriteAsync(scope => Assert.False(tags.Remove(scope, call.No, tag)));
        Assert.Empty(await FoundAsync(new CallFilter { Tag = tag }));
        for (var i = 0; i < TagStore.Most + 5; i++) await WriteAsync(scope => tags.Add(scope, call.No, Rose, $"t{i}", Now));
        Assert.Equal(TagStore.Most, (await tags.ListAsync(call.No, default)).Count);
    }

    [ContractFact]
    public async Task Of_two_who_write_a_recording_down_the_second_is_told()
    {
        var call = await calls.AddAsync();
        var sid = $"RE{Guid.NewGuid():N}";
        await WriteAsync(scope => recordings.Add(scope, sid, call.No, call.CallerId, "voicemail", 12, Now));
        var recording = Assert.Single(await recordings.ListAsync(call.No, call.CallerId, default));
        Assert.Equal(recording, await recordings.FindAsync(recording.Id, default));
        Assert.Null(await transcripts.FindAsync(recording.Id, default));
        await WriteAsync(scope => transcripts.Save(scope, recording.Id, 0, "Bonjour, ici Rose.", Rose, Now));
        await Assert.ThrowsAsync<StaleTranscriptException>(() => WriteAsync(scope => transcripts.Save(scope, recording.Id, 0, "Bonjour, ici Rosa.", Paul, Now.AddMinutes(1))));
        Assert.Equal(("Bonjour, ici Rose.", 1, "Rose Roy"), Read(await transcripts.FindAsync(recording.Id, default)));
        await WriteAsync(scope => transcripts.Save(scope, recording.Id, 1, "Bonjour, ici Rosa.", Paul, Now.AddMinutes(2)));
        await WriteAsync(scope => transcripts.Save(scope, recording.Id, 2, "Bonjour, ici Rosa.", Rose, Now.AddMinutes(3)));
        Assert.Equal(("Bonjour, ici Rosa.", 2, "Paul Caron"), Read(await transcripts.FindAsync(recording.Id, default)));

        static (string, int, string) Read(Transcript? one) => (one!.Words, one.Version, one.StaffName);
    }

    [ContractFact]
    public async Task The_conversations_before_and_after_of_the_same_telephone_are_found()
    {
        var first = await calls.AddAsync(30);
        var stranger = await calls.AddAsync(20);
        var second = await calls.AddAsync(10, callerId: first.CallerId);
        var neighbours = new CallNeighbours(fixture.Database);
        Assert.Equal((null, second.No), await neighbours.FindAsync(first.No, first.CallerId, default));
        Assert.Equal((first.No, null), await neighbours.FindAsync(second.No, first.CallerId, default));
        Assert.Equal((null, null), await neighbours.FindAsync(stranger.No, stranger.CallerId, default));
    }

    [ContractFact]
    public async Task What_a_call_led_to_is_gathered_and_nothing_of_another()
    {
        var call = await calls.AddAsync();
        var other = await calls.AddAsync(callerId: call.CallerId);
        var callbacks = new CallbackStore(fixture.Sequences, Intake(fixture));
        var referrals = new ReferralStore(fixture.Sequences);
        await WriteAsync(scope => referrals.Note(scope, call.No, call.CallerId, "nowhere", "food", "told", Now));
        await WriteAsync(scope => callbacks.Request(scope, call.No, call.CallerId, Now, Now.AddHours(3)));
        var reader = new CallConsequenceReader(fixture.Database);
        var led = await reader.ListAsync(call.No, call.CallerId, default);
        var item = await fixture.Database.ReadAsync(c => c.ExecuteScalar<long>("SELECT id FROM queue_item WHERE conversation_no = @No", new { call.No }), default);
        Assert.Equal([("referral", "nowhere", "told", "food"), ("callback", $"{item}", "open", "")], led.Select(one => (one.Kind, one.Id, one.State, one.Detail)));
        Assert.Equal(Now.AddHours(3), led[1].At);
        Assert.Empty(await reader.ListAsync(other.No, call.CallerId, default));
    }

    private Task WriteAsync(Action<Host.Persistence.WriteScope> work) => fixture.Database.WriteAsync(work, default);

    private async Task<List<long>> FoundAsync(CallFilter filter) => [.. (await search.FindAsync(filter, 50, default)).Entries.Select(entry => entry.No)];

    private static QueueIntake Intake(DatabaseFixture fixture) =>
        new(fixture.Sequences, new CallPromise(new LineClock(TimeProvider.System, Options.Create(new LineOptions()), Options.Create(new TwilioOptions()))));
}
