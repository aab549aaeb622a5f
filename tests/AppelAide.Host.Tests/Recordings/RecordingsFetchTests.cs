using AppelAide.Host.Callers;
using AppelAide.Host.Calls;
using AppelAide.Host.Persistence;
using AppelAide.Host.Recordings;
using AppelAide.Host.Tests.Http;
using AppelAide.Host.Twilio;
using Dapper;
using Microsoft.Extensions.DependencyInjection;

namespace AppelAide.Host.Tests.Recordings;

public sealed class RecordingsFetchTests : IAsyncLifetime
{
    private static readonly byte[] Sound = [.. Enumerable.Range(0, 5000).Select(i => (byte)(i * 7))];
    private static int sids;

    private SoundProvider provider = null!;
    private LineServer line = null!;

    private RecordingStore Recordings => line.Services.GetRequiredService<RecordingStore>();

    private SoundStore Sounds => line.Services.GetRequiredService<SoundStore>();

    private Database Database => line.Services.GetRequiredService<Database>();

    public async Task InitializeAsync()
    {
        provider = await SoundProvider.StartAsync();
        line = await LineServer.StartAsync(settings: [.. provider.Settings, "Outbox:Sends=false"]);
    }

    public async Task DisposeAsync()
    {
        await line.DisposeAsync();
        await provider.DisposeAsync();
    }

    [Fact]
    public async Task A_sound_is_fetched_kept_encrypted_and_then_deleted_at_the_provider()
    {
        var (id, sid) = await NotedAsync();
        provider.Sounds[sid] = ("audio/mpeg", Sound);
        await RunAsync();
        var kept = await Sounds.FindAsync(id, default);
        Assert.Equal(("audio/mpeg", 77L), (kept!.ContentType, kept.ConversationNo));
        Assert.Equal(Sound, kept.Sound);
        Assert.Equal("stored", (await Recordings.FindAsync(sid, default))!.State);
        Assert.Empty(provider.Sounds);
        var cipher = await OneAsync<byte[]>("SELECT cipher FROM recording_sound WHERE recording_id = @Id", id);
        Assert.Equal(-1, cipher.AsSpan().IndexOf(Sound.AsSpan(0, 32)));
        // There is nothing more to do.
        provider.Requests.Clear();
        await RunAsync();
        Assert.Empty(provider.Requests);
    }

    [Fact]
    public async Task What_could_not_be_deleted_there_is_deleted_later_and_not_fetched_again()
    {
        var (id, sid) = await NotedAsync();
        provider.Sounds[sid] = ("audio/mpeg", Sound);
        provider.Answers["DELETE"] = 503;
        await RunAsync();
        Assert.NotNull(await Sounds.FindAsync(id, default));
        Assert.Single(provider.Sounds);
        await RunAsync();
        Assert.Equal([$"GET {sid}.mp3", $"DELETE {sid}.json"], provider.Requests);
        provider.Answers.Clear();
        line.Clock.Advance(TimeSpan.FromMinutes(1));
        await RunAsync();
        Assert.Empty(provider.Sounds);
        Assert.Single(provider.Requests, request => request.StartsWith("GET", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(503)]
    [InlineData(429)]
    [InlineData(401)]
    public async Task A_provider_that_is_down_is_asked_once_a_run_and_later_again(int status)
    {
        var (first, second) = (await NotedAsync(), await NotedAsync());
        provider.Sounds[first.Sid] = provider.Sounds[second.Sid] = ("audio/mpeg", Sound);
        provider.Answers["GET"] = status;
        await RunAsync();
        Assert.Single(provider.Requests);
        provider.Answers.Clear();
        line.Clock.Advance(TimeSpan.FromMinutes(1));
        await RunAsync();
        Assert.NotNull(await Sounds.FindAsync(first.Id, default));
        Assert.NotNull(await Sounds.FindAsync(second.Id, default));
    }

    [Fact]
    public async Task What_the_provider_never_has_is_given_up_after_a_while()
    {
        var (id, sid) = await NotedAsync();
        await RunAsync();
        Assert.Equal("pending", (await Recordings.FindAsync(sid, default))!.State);
        for (var i = 0; i < 20; i++)
        {
            line.Clock.Advance(TimeSpan.FromMinutes(30));
            await RunAsync();
        }

        Assert.Equal("deleted", (await Recordings.FindAsync(sid, default))!.State);
        Assert.Equal(RecordingsFetch.MostAbsences, provider.Requests.Count);
        Assert.Null(await Sounds.FindAsync(id, default));
    }

    [Fact]
    public async Task What_is_too_large_stays_there_and_is_not_asked_for_again()
    {
        var (id, sid) = await NotedAsync();
        provider.Sounds[sid] = ("audio/mpeg", new byte[TwilioRecordings.Largest + 1]);
        await RunAsync();
        line.Clock.Advance(TimeSpan.FromDays(30));
        await RunAsync();
        Assert.Single(provider.Requests);
        Assert.Single(provider.Sounds);
        Assert.Equal(SoundStore.TooLarge, await OneAsync<string>("SELECT reason FROM recording_trouble WHERE recording_id = @Id", id));
    }

    [Fact]
    public async Task A_page_in_the_place_of_a_sound_is_not_kept()
    {
        var (id, sid) = await NotedAsync();
        provider.Sounds[sid] = ("text/html", "<html>session expired"u8.ToArray());
        await RunAsync();
        Assert.Null(await Sounds.FindAsync(id, default));
        Assert.Equal("pending", (await Recordings.FindAsync(sid, default))!.State);
        Assert.Single(provider.Sounds);
    }

    [Fact]
    public async Task A_name_that_is_none_reaches_no_address()
    {
        await NotedAsync("../Messages");
        await RunAsync();
        Assert.Empty(provider.Requests);
    }

    [Fact]
    public async Task What_is_not_wanted_any_more_is_not_kept()
    {
        var (id, sid) = await NotedAsync();
        await Recordings.MarkDeletedAsync(sid, line.Clock.GetUtcNow(), default);
        Assert.False(await Sounds.KeepAsync(id, "audio/mpeg", Sound, line.Clock.GetUtcNow()));
        await RunAsync();
        Assert.Empty(provider.Requests);
    }

    [Fact]
    public async Task Without_an_account_nothing_is_asked()
    {
        await using var trial = await LineServer.StartAsync();
        await trial.Services.GetRequiredService<RecordingsFetch>().RunAsync(default);
        Assert.False(trial.Services.GetRequiredService<RecordingsFetch>().IsOn);
    }

    private Task RunAsync() => line.Services.GetRequiredService<RecordingsFetch>().RunAsync(default);

    private Task<T> OneAsync<T>(string sql, long id) => Database.ReadAsync(connection => connection.QuerySingle<T>(sql, new { Id = id }), default);

    private async Task<(long Id, string Sid)> NotedAsync(string? name = null)
    {
        var sid = name ?? $"RE{Interlocked.Increment(ref sids):x32}";
        var caller = await line.Services.GetRequiredService<CallerStore>().FindOrCreateAsync("+14185550137", "fr", line.Clock.GetUtcNow(), default);
        await Database.WriteAsync(scope => Recordings.Add(scope, sid, 77, caller.Id, "voicemail", 20, line.Clock.GetUtcNow()), default);
        return ((await Recordings.FindAsync(sid, default))!.Id, sid);
    }
}
