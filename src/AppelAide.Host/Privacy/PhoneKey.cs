using System.Security.Cryptography;
using System.Text;
using AppelAide.Host.Persistence;
using Dapper;

namespace AppelAide.Host.Privacy;

/// <summary>Where the key of telephone numbers comes from when the configuration has none: a file that its owner alone reads.</summary>
internal static class PhoneKey
{
    /// <summary>Reads a key.</summary>
    /// <returns>False when it is not 32 bytes in base64.</returns>
    public static bool TryRead(string text, out byte[] key)
    {
        key = new byte[PhoneVault.KeySize];
        return Convert.TryFromBase64String(text.Trim(), key, out var length) && length == PhoneVault.KeySize;
    }

    /// <summary>The key beside a database, made when neither is there yet.</summary>
    /// <exception cref="InvalidDataException">There is no key for the numbers that the database holds, or the file holds none.</exception>
    public static byte[] Beside(SqliteDatabase database)
    {
        var file = database.File + ".key";
        // A new key would make every caller a stranger, and none could be called back.
        if (!File.Exists(file) && HoldsCallers(database))
            throw new InvalidDataException($"{file} is missing, and the database holds telephone numbers that nothing else reads: put it back from a copy.");
        return OfFile(file);
    }

    /// <summary>The key of the file, made when there is none.</summary>
    /// <exception cref="InvalidDataException">The file is there and holds no key.</exception>
    public static byte[] OfFile(string file)
    {
        if (!File.Exists(file))
            Make(file);
        return TryRead(File.ReadAllText(file), out var key)
            ? key
            : throw new InvalidDataException($"{file} should hold the key of the telephone numbers, 32 bytes in base64, and does not: put it back from a copy.");
    }

    // SQLite reads on this thread: there is nothing to wait for.
    private static bool HoldsCallers(SqliteDatabase database) => database.ReadAsync(
        connection => connection.ExecuteScalar<bool>("SELECT EXISTS (SELECT 1 FROM sqlite_master WHERE name = 'caller')")
            && connection.ExecuteScalar<bool>("SELECT EXISTS (SELECT 1 FROM caller)"),
        CancellationToken.None).GetAwaiter().GetResult();

    private static void Make(string file)
    {
        if (Path.GetDirectoryName(file) is { Length: > 0 } folder)
            System.IO.Directory.CreateDirectory(folder);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;

        // Whole or not at all, and by one program of this machine alone: File.Move replaces what another moved there a moment before.
        using var turn = new Mutex(initiallyOwned: false, "AppelAide." + Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(Path.GetFullPath(file)))));
        try
        {
            turn.WaitOne();
        }
        catch (AbandonedMutexException)
        {
            // Whoever made it died; it is ours to make.
        }

        try
        {
            if (File.Exists(file)) return;
            var draft = $"{file}.{Guid.NewGuid():N}";
            using (var stream = new FileStream(draft, options))
            {
                stream.Write(Encoding.ASCII.GetBytes(Convert.ToBase64String(RandomNumberGenerator.GetBytes(PhoneVault.KeySize)) + "\n"));
                stream.Flush(flushToDisk: true);
            }

            File.Move(draft, file);
        }
        finally
        {
            turn.ReleaseMutex();
        }
    }
}
