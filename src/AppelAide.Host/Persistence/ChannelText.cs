using AppelAide.Dialogue;

namespace AppelAide.Host.Persistence;

/// <summary>How a channel is kept.</summary>
internal static class ChannelText
{
    /// <summary><c>voice</c> or <c>sms</c>.</summary>
    public static string Text(this Channel channel) => channel == Channel.Sms ? "sms" : "voice";
}
