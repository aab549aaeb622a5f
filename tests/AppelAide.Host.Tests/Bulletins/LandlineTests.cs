using AppelAide.Dialogue.Inputs;
using AppelAide.Host.Bulletins;
using AppelAide.Host.Callers;
using AppelAide.Host.Persistence;
using AppelAide.Host.Tests.Golden;

namespace AppelAide.Host.Tests.Bulletins;

public sealed class LandlineTests
{
    [Fact]
    public async Task Who_calls_from_a_landline_is_not_asked_how_and_is_called()
    {
        await using var line = await GoldenLine.OpenAsync();
        var arrival = await line.Conversations.StartCallAsync("CA1", "+14185550142", null, trial: false, default);
        var caller = (await line.Get<CallerStore>().FindByPhoneAsync("+14185550142", default))!.Id;
        await line.Get<Database>().WriteAsync(scope => line.Get<CallerStore>().NoteTexts(scope, caller, texts: false), default);
        var reply = await line.Conversations.AdvanceCallAsync(
            arrival.ConversationNo, arrival.Turn.Number, "CA1", new SpeechInput("abonnez-moi aux nouvelles de Gaspé", 0.9), null, default);
        Assert.StartsWith("C'est noté. On vous appellera, au besoin, pour les nouvelles de Gaspé.", reply!.Text, StringComparison.Ordinal);
        Assert.Equal([("news", "03005", "call")], await line.Get<SubscriptionStore>().ListAsync(caller, default));
        Assert.Equal("CA1", Assert.Single(await line.Get<ConsentStore>().HistoryAsync(caller, default)).Proof);
    }
}
