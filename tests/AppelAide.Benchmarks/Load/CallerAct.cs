using System.Text;

namespace AppelAide.Benchmarks.Load;

/// <summary>What a caller does at a turn.</summary>
internal sealed class CallerAct
{
    private CallerAct(string digits = "", string speech = "", bool isOver = false)
    {
        Digits = Encoding.ASCII.GetBytes(digits);
        Speech = Encoding.UTF8.GetBytes(speech);
        SpeechEncoded = Encoding.ASCII.GetBytes(Uri.EscapeDataString(speech));
        IsOver = isOver;
    }

    /// <summary>The call arrives.</summary>
    public static CallerAct Arrives { get; } = new();

    /// <summary>The caller hung up; the provider tells how long it lasted.</summary>
    public static CallerAct HungUp { get; } = new(isOver: true);

    public byte[] Digits { get; }

    public byte[] Speech { get; }

    public byte[] SpeechEncoded { get; }

    public bool IsSpeech => Speech.Length > 0;

    public bool IsOver { get; }

    /// <summary>A key is pressed.</summary>
    public static CallerAct Presses(string digits) => new(digits);

    /// <summary>Words are said.</summary>
    public static CallerAct Says(string speech) => new(speech: speech);
}
