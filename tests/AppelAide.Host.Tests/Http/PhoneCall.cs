using System.Globalization;

namespace AppelAide.Host.Tests.Http;

/// <summary>A call as the citizen makes it; the provider between them only carries it.</summary>
internal sealed class PhoneCall(LineServer line, string sid, string from)
{
    private LineServer line = line;
    private LineReply? reply;

    public string Sid { get; } = sid;

    public string From { get; } = from;

    /// <summary>What was heard last.</summary>
    public LineReply Reply => reply ?? throw new InvalidOperationException("The call has not arrived.");

    /// <summary>The fields that every webhook of the call carries, then those of one.</summary>
    public (string Name, string Value)[] Form(params (string Name, string Value)[] fields) =>
        [("CallSid", Sid), ("From", From), ("To", "+15815550100"), ("CallStatus", "in-progress"), .. fields];

    public async Task<LineReply> ArrivesAsync() => reply = await line.PostAsync("/twilio/voice", Form());

    public Task<LineReply> PressesAsync(string keys) => GoesOnAsync(("Digits", keys));

    public Task<LineReply> SaysAsync(string words) => GoesOnAsync(("SpeechResult", words), ("Confidence", "0.9"));

    /// <summary>From the greeting to the first training.</summary>
    public async Task<LineReply> AsksForATrainingAsync(string place = "Gaspé")
    {
        await PressesAsync("1");
        await SaysAsync(place);
        return await PressesAsync("1");
    }

    public Task<LineReply> StaysSilentAsync() => GoesOnAsync();

    public Task<LineReply> IsPutThroughAsync(int seconds) => GoesOnAsync(("DialCallStatus", "completed"), ("DialCallDuration", $"{seconds}"));

    public Task<LineReply> IsNotAnsweredAsync() => GoesOnAsync(("DialCallStatus", "no-answer"));

    public Task<LineReply> LeavesAMessageAsync(int seconds) =>
        GoesOnAsync(("RecordingSid", LineServer.NewSid("RE")), ("RecordingDuration", $"{seconds}"), ("Digits", "#"));

    public Task HangsUpAsync(int seconds = 60, string status = "completed") =>
        line.PostAsync("/twilio/voice/status", [("CallSid", Sid), ("From", From), ("CallStatus", status), ("CallDuration", $"{seconds}")]);

    /// <summary>The citizen says nothing more, until the line hangs up.</summary>
    /// <returns>Where the last silence was posted, and how many turns the call has now.</returns>
    public async Task<(string Action, long Turns)> EndsAsync()
    {
        while (true)
        {
            var action = Reply.Action;
            if ((await StaysSilentAsync()).Verb == "Hangup") return (action, long.Parse(action.Split("&t=")[1], CultureInfo.InvariantCulture) + 1);
        }
    }

    /// <summary>The next webhooks reach another host.</summary>
    public PhoneCall Through(LineServer other)
    {
        line = other;
        return this;
    }

    private async Task<LineReply> GoesOnAsync(params (string Name, string Value)[] fields) =>
        reply = (await line.PostAsync(Reply.Action, Form(fields))).IsUsable();
}
