using System.Net;

namespace AppelAide.Host.Twilio;

/// <summary>
/// A form that knows whether it began to leave. Until then the provider cannot have taken it, whatever the exception: no connection, no name, a
/// time-out while connecting. From then on it may have. The exceptions themselves do not tell: both time-outs look the same.
/// </summary>
internal sealed class DepartingForm(IEnumerable<KeyValuePair<string, string>> fields) : FormUrlEncodedContent(fields)
{
    /// <summary>Whether any of it may be on the wire.</summary>
    public bool HasLeft { get; private set; }

    /// <inheritdoc />
    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        HasLeft = true;
        return base.SerializeToStreamAsync(stream, context);
    }
}
