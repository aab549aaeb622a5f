namespace AppelAide.Host.Bulletins;

/// <summary>How far a bulletin has come, one way: how many messages are in each state.</summary>
internal sealed record BulletinProgress
{
    /// <summary><c>sms</c> or <c>call</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>Not yet with the provider.</summary>
    public required int Waiting { get; init; }

    /// <summary>Taken by the provider, which has not said more.</summary>
    public required int Sent { get; init; }

    /// <summary>Received, or the call was answered.</summary>
    public required int Delivered { get; init; }

    /// <summary>Given up.</summary>
    public required int Failed { get; init; }

    /// <summary>Cancelled by staff, or because the citizen wanted no more.</summary>
    public required int Cancelled { get; init; }
}
