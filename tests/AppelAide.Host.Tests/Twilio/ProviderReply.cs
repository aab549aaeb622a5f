namespace AppelAide.Host.Tests.Twilio;

/// <summary>How the stub behaves towards one request to send.</summary>
internal sealed record ProviderReply
{
    private ProviderReply()
    {
    }

    /// <summary>201: kept in the record and named.</summary>
    public static ProviderReply Take { get; } = new() { IsTaken = true };

    /// <summary>Kept in the record, and then the connection is cut.</summary>
    public static ProviderReply CutAfterTaken { get; } = new() { IsTaken = true, IsCut = true };

    /// <summary>The connection is cut and nothing is kept. The other end cannot tell this from <see cref="CutAfterTaken"/>.</summary>
    public static ProviderReply CutBeforeTaken { get; } = new() { IsCut = true };

    /// <summary>Kept in the record; no answer until <see cref="ProviderStub.Release"/>.</summary>
    public static ProviderReply TakeAndHold { get; } = new() { IsTaken = true, IsHeld = true };

    /// <summary>Not kept, and no answer until <see cref="ProviderStub.Release"/>.</summary>
    public static ProviderReply Hold { get; } = new() { IsHeld = true, Status = 503, Body = "" };

    /// <summary>Kept in the record, and answered with something that is no answer.</summary>
    public static ProviderReply TakeAndGarble { get; } = new() { IsTaken = true, Status = 201, Body = "<html>Enterprise proxy: session expired" };

    /// <summary>The account or its secret is not known.</summary>
    public static ProviderReply WrongToken { get; } = Error(20003, 401);

    /// <summary>Too many requests.</summary>
    public static ProviderReply TooMany(TimeSpan? retryAfter = null) =>
        Error(20429, 429) with { RetryAfter = retryAfter is { } wait ? $"{wait.TotalSeconds:0}" : null };

    /// <summary>The provider is down, or what stands before it.</summary>
    public static ProviderReply Down(int status = 503) => new() { Status = status, Body = "<html>upstream connect error" };

    /// <summary>One of the provider's errors, such as 21610.</summary>
    public static ProviderReply Error(int code, int status = 400) => new() { Status = status, Code = code };

    /// <summary>Any answer at all.</summary>
    public static ProviderReply Of(int status, string body) => new() { Status = status, Body = body };

    public bool IsTaken { get; private init; }

    public bool IsCut { get; private init; }

    public bool IsHeld { get; private init; }

    public int Status { get; private init; } = 201;

    public int? Code { get; private init; }

    public string? Body { get; private init; }

    public string? RetryAfter { get; private init; }
}
