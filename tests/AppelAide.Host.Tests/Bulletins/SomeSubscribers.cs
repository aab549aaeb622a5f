using AppelAide.Host.Bulletins;
using AppelAide.Host.Callers;
using AppelAide.Host.Conversations;
using AppelAide.Host.Directory;
using AppelAide.Host.Outbox;
using AppelAide.Host.Persistence;
using AppelAide.Host.Tests.Directory;
using AppelAide.Host.Tests.Persistence;
using Dapper;
using Microsoft.Extensions.Options;

namespace AppelAide.Host.Tests.Bulletins;

/// <summary>Citizens of a test's own who want to be told of something, and the stores that know of them.</summary>
internal sealed class SomeSubscribers
{
    private const string InsertPlace = """
        INSERT INTO place (id, name, kind, parent_id, mrc, region, latitude, longitude, time_zone, postal_codes, aliases, population)
        SELECT @Id, @Name, @Kind, NULL, @Mrc, @Region, @Latitude, @Longitude, @TimeZone, '', '', @Population WHERE NOT EXISTS (SELECT 1 FROM place WHERE id = @Id)
        """;

    private static int numbers;

    private readonly DatabaseFixture fixture;

    public SomeSubscribers(DatabaseFixture fixture)
    {
        this.fixture = fixture;
        Callers = new CallerStore(fixture.Database, fixture.Sequences, fixture.Vault);
        Consents = new ConsentStore(fixture.Database, fixture.Sequences);
        Messages = new MessageConsent(Consents, Callers, new OutboxStore(fixture.Database, fixture.Sequences));
        Subscriptions = new SubscriptionStore(fixture.Database, Consents, Messages, Callers);
        Bulletins = new BulletinStore(fixture.Database, fixture.Sequences);
        Pages = On(fixture.Database, fixture.Sequences);
    }

    public static PlaceTree Places { get; } = new(SomePlaces.All);

    public static IReadOnlyList<BulletinText> Texts { get; } =
    [
        new("fr", "Ligne AppelAide: bonjour. ARRET pour cesser", "bonjour", 1, 0, "", 1),
        new("en", "AppelAide Line: hello. STOP to end", "hello", 1, 0, "", 1),
    ];

    public CallerStore Callers { get; }

    public ConsentStore Consents { get; }

    public MessageConsent Messages { get; }

    public SubscriptionStore Subscriptions { get; }

    public BulletinStore Bulletins { get; }

    /// <summary>Five callers a page.</summary>
    public BulletinPages Pages { get; }

    /// <summary>The planner's pages on another host.</summary>
    public static BulletinPages On(Database database, SequenceStore sequences) =>
        new(database, sequences, new SendingHours(Options.Create(new OutboxOptions()), Options.Create(new LineOptions()))) { PageSize = 5 };

    public async Task<long> CallerAsync(DateTimeOffset now, string language = "fr", string? placeId = null)
    {
        var caller = await Callers.FindOrCreateAsync($"+1581{Interlocked.Increment(ref numbers):0000000}", language, now, default);
        if (placeId is not null)
        {
            var place = Places.Find(placeId)!;
            await WriteAsync(scope =>
            {
                scope.Execute(InsertPlace, place);
                Callers.Save(scope, caller with { PlaceId = placeId });
            });
        }

        return caller.Id;
    }

    public Task SubscribeAsync(long caller, string topic, string place, DateTimeOffset now, string channel = "sms") =>
        WriteAsync(scope => Subscriptions.Write(scope, Wish(caller, topic, place, now, channel)));

    public static Subscription Wish(long caller, string topic, string place, DateTimeOffset now, string channel = "sms") => new()
    {
        CallerId = caller,
        Topic = topic,
        PlaceId = place,
        Channel = channel,
        ConversationNo = 7,
        Since = now,
        SaidBy = Dialogue.Channel.Sms,
        Words = "ABONNER INTERNET GASPE",
        Proof = "SM1",
    };

    /// <summary>A bulletin that is due.</summary>
    public async Task<Bulletin> DueAsync(string topic, DateTimeOffset now, params string[] places)
    {
        var id = await Bulletins.AddAsync(topic, places, "bonjour", "hello", "moi", now, default);
        Assert.True(await Bulletins.ScheduleAsync(id, null, now, now, default));
        return (await Bulletins.FindAsync(id, default))!;
    }

    /// <summary>Plans a bulletin to its end.</summary>
    public async Task<Bulletin> PlanAsync(Bulletin bulletin, DateTimeOffset now)
    {
        while (bulletin.State == "scheduled") bulletin = (await Pages.PlanAsync(bulletin, Texts, Places, now, default))!;
        return bulletin;
    }

    /// <summary>Who has a message of a bulletin, in order.</summary>
    public Task<List<long>> RecipientsAsync(long bulletin) => RowsAsync<long>("caller_id", bulletin);

    public Task<List<T>> RowsAsync<T>(string columns, long bulletin) => fixture.Database.ReadAsync(
        c => c.Query<T>($"SELECT {columns} FROM outbox_message WHERE bulletin_id = @bulletin ORDER BY caller_id", new { bulletin }).AsList(), default);

    public Task WriteAsync(Action<WriteScope> write) => fixture.Database.WriteAsync(write, default);
}
