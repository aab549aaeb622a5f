using System.Collections.Frozen;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AppelAide.Host.Console;

/// <summary>The style sheet, the script and the icon of the console, kept inside the program.</summary>
internal static class ConsoleAssets
{
    private const string Folder = "AppelAide.Host.Console.Assets.";

    private static readonly FrozenDictionary<string, Asset> Assets = new[] { ("console.css", "text/css; charset=utf-8"), ("console.js", "text/javascript; charset=utf-8"), ("icon.svg", "image/svg+xml") }
        .ToFrozenDictionary(file => file.Item1, file => Read(file.Item1, file.Item2));

    /// <summary>Where it is; the address changes with its content, so browsers may keep it.</summary>
    public static string Address(string name) => $"/console/assets/{Assets[name].Version}/{name}";

    /// <summary>Gives it to anybody: the page to sign in is dressed too.</summary>
    public static Results<FileContentHttpResult, NotFound> Get(string name, HttpResponse response)
    {
        if (!Assets.TryGetValue(name, out var asset)) return TypedResults.NotFound();
        response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return TypedResults.Bytes(asset.Content, asset.Type);
    }

    private static Asset Read(string name, string type)
    {
        using var stream = typeof(ConsoleAssets).Assembly.GetManifestResourceStream(Folder + name) ?? throw new InvalidOperationException($"{name} is not in the program.");
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        return new(memory.ToArray(), type, Convert.ToHexStringLower(SHA256.HashData(memory.ToArray()))[..12]);
    }

    private sealed record Asset(byte[] Content, string Type, string Version);
}
