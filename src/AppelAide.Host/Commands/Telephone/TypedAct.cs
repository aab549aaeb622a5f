using System.Buffers;
using AppelAide.Dialogue.Engine;
using AppelAide.Dialogue.Inputs;
using AppelAide.Dialogue.Language;

namespace AppelAide.Host.Commands.Telephone;

/// <summary>What is typed at the terminal → what a telephone would have sent.</summary>
internal static class TypedAct
{
    /// <summary>Seconds: looking for the key, or the words.</summary>
    private const double Answering = 2;

    /// <summary>How sure a provider's recognition would be of clear words.</summary>
    private const double Confidence = 0.9;

    /// <summary>Seconds: how long a person speaks when the transfer is answered.</summary>
    private const int Talking = 30;

    private static readonly SearchValues<char> Keys = SearchValues.Create("0123456789*#");
    private static readonly HashSet<string> Leaving = new(StringComparer.OrdinalIgnoreCase) { "raccrocher", "hang up", "hangup" };

    /// <summary>Keys when there is nothing but keys, silence when there is nothing, words otherwise; words stand for a recording where one is made.</summary>
    /// <param name="typed">What was typed.</param>
    /// <param name="then">What the line waits for.</param>
    /// <param name="language">The language of the words, to tell how long they take.</param>
    public static CallerAct Read(string typed, Expectation then, string language)
    {
        var text = typed.Trim();
        if (Leaving.Contains(text))
            return CallerAct.HangUp with { Typed = text };
        return then switch
        {
            DialExpectation dial => Answered(text) ? Dial(true, text, dial) : Dial(false, text, dial),
            RecordExpectation record => Recording(text, record, language),
            GatherExpectation gather when text.Length == 0 => new CallerAct(new SilenceInput(), "", gather.TimeoutSeconds),
            GatherExpectation gather when !text.AsSpan().ContainsAnyExcept(Keys) => new CallerAct(new DigitsInput(Pressed(text, gather)), text, Answering),
            _ => new CallerAct(new SpeechInput(text, Confidence), text, Answering),
        };
    }

    /// <summary>The end of a transfer.</summary>
    public static CallerAct Dial(bool answered, string typed, DialExpectation dial) => answered
        ? new CallerAct(new DialEndedInput(true, Talking), typed, Talking)
        : new CallerAct(new DialEndedInput(false, 0), typed, dial.TimeoutSeconds);

    /// <summary>Somebody answers, unless it is said that nobody does.</summary>
    private static bool Answered(string text) => !(text.StartsWith('n') || text.StartsWith('N') || text.Equals("missed", StringComparison.OrdinalIgnoreCase));

    /// <summary>A menu takes its first key; several keys end at <c>#</c>, which is not one of them unless it is alone.</summary>
    private static string Pressed(string keys, GatherExpectation gather)
    {
        if (gather.MaxDigits == 1)
            return keys[..1];
        var end = keys.IndexOf('#', StringComparison.Ordinal);
        if (end == 0)
            return "#";
        var pressed = end < 0 ? keys : keys[..end];
        return gather.MaxDigits is { } most && pressed.Length > most ? pressed[..most] : pressed;
    }

    /// <summary>Nothing said is nothing recorded: the provider then goes on as after a silence.</summary>
    private static CallerAct Recording(string text, RecordExpectation record, string language)
    {
        var words = text.TrimEnd('#').TrimEnd();
        if (words.Length == 0)
            return new CallerAct(new SilenceInput(), text, Answering);
        var seconds = Math.Clamp((int)Math.Ceiling(SpokenDuration.Seconds(words, language)), 1, record.MaxSeconds);
        return new CallerAct(new RecordingInput(ProviderSid.New("RE"), seconds, "#"), text, seconds);
    }
}
