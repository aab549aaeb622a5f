using AppelAide.Dialogue.Inputs;
using AppelAide.Dialogue.Language;
using AppelAide.Host.Bulletins;
using AppelAide.Host.Outbox;
using AppelAide.Host.Persistence;
using AppelAide.Host.Tests.Golden;
using Dapper;

namespace AppelAide.Host.Tests.Bulletins;

public sealed class BulletinServiceTests : IAsyncLifetime
{
    private const string French = "Réunion du conseil mardi à 19h, à la salle municipale. On y reçoit tout le monde.";
    private const string English = "Council meeting Tuesday at 7 pm, at the town hall. It is about water.";

    private GoldenLine line = null!;

    private BulletinService Bulletins => line.Get<BulletinService>();

    public async Task InitializeAsync() => line = await GoldenLine.OpenAsync();

    public async Task DisposeAsync() => await line.DisposeAsync();

    [Fact]
    public async Task Staff_see_both_texts_as_they_arrive_their_segments_the_people_and_the_cost()
    {
        await TextsAsync("+14185550142", "ABONNER GASPE");
        await TextsAsync("+14185550143", "SUBSCRIBE NEWS GASPE");
        var report = await Bulletins.WriteAsync(Draft("news", "Gaspé"), default);
        Assert.Equal("Ligne AppelAide: Réunion du conseil mardi à 19h, à la salle municipale. On y recoit tout le monde. ARRET pour cesser", report.Texts[0].Text);
        Assert.Equal("AppelAide Line: Council meeting Tuesday at 7 pm, at the town hall. It is about water. STOP to end", report.Texts[1].Text);
        Assert.Equal([1, 1], report.Texts.Select(text => text.Segments));
        Assert.Equal([("fr", "sms", 1), ("en", "sms", 1)], report.Audience.Select(group => (group.Language, group.Kind, group.People)));
        Assert.Equal(2 * 0.0083m, report.Cost);
        Assert.Equal("draft", report.Bulletin.State);
        Assert.Equal(["Gaspé, MRC La Côte-de-Gaspé"], Bulletins.PlaceNames(report.Bulletin));
    }

    [Fact]
    public async Task Every_mistake_is_named()
    {
        var refused = await Assert.ThrowsAsync<BulletinException>(
            () => Bulletins.WriteAsync(new BulletinDraft("gossip", ["Saint-Siméon", "Xyzzy"], new string('a', 400), " ", "moi"), default));
        Assert.Contains("There is no topic \"gossip\"; there are news, training, ", refused.Mistakes[0]);
        Assert.Contains("too long for 2 segments", refused.Mistakes[1]);
        Assert.Equal("The English text has no words that can be sent.", refused.Mistakes[2]);
        Assert.Equal("\"Saint-Siméon\" may be Saint-Siméon, MRC Bonaventure (05055); Saint-Siméon, MRC Charlevoix-Est (15058): give the number.", refused.Mistakes[3]);
        Assert.Equal("There is no place \"Xyzzy\".", refused.Mistakes[4]);
        Assert.Empty(await Bulletins.ListAsync(0, 10, default));
    }

    [Fact]
    public async Task A_check_keeps_nothing_and_says_the_same()
    {
        await TextsAsync("+14185550142", "ABONNER GASPE");
        var report = await Bulletins.CheckAsync(Draft("news", "Gaspé"), default);
        Assert.Equal((1, 0.0083m), (report.People, report.Cost));
        Assert.Empty(await Bulletins.ListAsync(0, 10, default));
        var refused = await Assert.ThrowsAsync<BulletinException>(() => Bulletins.CheckAsync(Draft("news", "Xyzzy"), default));
        Assert.Equal("Il n'y a pas de lieu « Xyzzy ».", Assert.Single(refused.Told).French);
    }

    [Fact]
    public async Task A_draft_is_written_anew_by_whoever_saw_what_it_says()
    {
        var id = (await Bulletins.WriteAsync(Draft("news"), default)).Bulletin.Id;
        Assert.True(await Bulletins.RewriteAsync(id, 1, Draft("training"), default));
        Assert.False(await Bulletins.RewriteAsync(id, 1, Draft("news", "Gaspé"), default));
        var bulletin = (await Bulletins.ShowAsync(id, default)).Bulletin;
        Assert.Equal(("training", "", 2), (bulletin.Topic, bulletin.Places, bulletin.Version));
        // Whoever read the first version does not send the second unread.
        await Assert.ThrowsAsync<BulletinException>(() => Bulletins.ScheduleAsync(id, null, default, version: 1));
        await Bulletins.ScheduleAsync(id, null, default, version: 2);
        Assert.False(await Bulletins.RewriteAsync(id, 2, Draft("news"), default));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(37)]
    public void What_is_too_long_is_counted_to_the_character(int excess)
    {
        var fits = new string('a', 400);
        fits = fits[..^Bulletins.Compose(fits, English)[0].TooLong];
        var text = Bulletins.Compose(fits + new string('a', excess), English)[0];
        Assert.Equal(excess, text.TooLong);
        Assert.Equal(2, Gsm7.Segments(text.Text));
    }

    [Fact]
    public void What_no_text_can_carry_is_named() =>
        Assert.Equal("🎉", Bulletins.Compose("Fête 🎉 samedi", English)[0].Dropped);

    [Fact]
    public async Task It_is_scheduled_in_the_line_s_own_time_and_never_in_the_past()
    {
        var id = (await Bulletins.WriteAsync(Draft("news"), default)).Bulletin.Id;
        await Assert.ThrowsAsync<BulletinException>(() => Bulletins.ScheduleAsync(id, new DateTime(2026, 11, 23, 7, 59, 0), default));
        Assert.Equal(new DateTimeOffset(2026, 12, 1, 10, 0, 0, TimeSpan.FromHours(-5)), await Bulletins.ScheduleAsync(id, new DateTime(2026, 12, 1, 10, 0, 0), default));
        var again = await Assert.ThrowsAsync<BulletinException>(() => Bulletins.ScheduleAsync(id, null, default));
        Assert.Equal($"Bulletin {id} is scheduled already.", again.Message);
    }

    [Fact]
    public async Task Planned_watched_and_cancelled()
    {
        line.Clock.Set(GoldenLine.LoadedAt.AddHours(2));
        await TextsAsync("+14185550142", "ABONNER GASPE");
        await TextsAsync("+14185550143", "abonner nouvelles gaspé");
        await TextsAsync("+14185550144", "ABONNER INTERNET GASPE");
        await TextsAsync("+14185550143", "ARRET");
        var id = (await Bulletins.WriteAsync(Draft("news", "Gaspé"), default)).Bulletin.Id;
        await Bulletins.ScheduleAsync(id, null, default);
        await line.Get<BulletinPlanner>().PlanDueAsync(default);
        var report = await Bulletins.ShowAsync(id, default);
        Assert.Equal(("planned", 1), (report.Bulletin.State, report.Bulletin.People));
        Assert.Equal(1, Assert.Single(report.Progress).Waiting);
        Assert.Equal(1, await Bulletins.CancelAsync(id, default));
        Assert.Equal(1, Assert.Single((await Bulletins.ShowAsync(id, default)).Progress).Cancelled);
        await Assert.ThrowsAsync<BulletinException>(() => Bulletins.CancelAsync(id, default));
    }

    [Fact]
    public async Task A_test_is_both_texts_at_once_to_one_telephone_unless_it_stopped()
    {
        var id = (await Bulletins.WriteAsync(Draft("news"), default)).Bulletin.Id;
        await Bulletins.TestAsync(id, "+14185550142", default);
        var rows = await line.Get<Database>().ReadAsync(
            c => c.Query<(string, string, int, long?)>("SELECT language, purpose, priority, bulletin_id FROM outbox_message ORDER BY id").AsList(), default);
        Assert.Equal([("fr", OutboxPurpose.Test, 0, null), ("en", OutboxPurpose.Test, 0, null)], rows);
        await TextsAsync("+14185550142", "STOP");
        await Assert.ThrowsAsync<BulletinException>(() => Bulletins.TestAsync(id, "+14185550142", default));
        await Assert.ThrowsAsync<BulletinException>(() => Bulletins.TestAsync(id + 1000, "+14185550143", default));
    }

    private static BulletinDraft Draft(string topic, params string[] places) => new(topic, places, French, English, "moi");

    private Task TextsAsync(string from, string text) => line.Conversations.ReceiveTextAsync($"SM{Guid.NewGuid():N}", from, new TextInput(text), trial: false, default);
}
