using System.Security.Cryptography;
using System.Text;
using AppelAide.Host.Callers;
using AppelAide.Host.Persistence;
using AppelAide.Host.Privacy;
using Microsoft.Extensions.Options;

namespace AppelAide.Host.Tests.Privacy;

public sealed class PhoneVaultTests : IDisposable
{
    private const string Phone = "+14185550142";

    private readonly PhoneVault vault = new(RandomNumberGenerator.GetBytes(32));
    private readonly string folder = System.IO.Directory.CreateTempSubdirectory("appelaide-key-").FullName;

    public void Dispose() => System.IO.Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_number_comes_back_from_its_cipher() => Assert.Equal(Phone, vault.Decrypt(vault.Encrypt(Phone)));

    [Fact]
    public void A_cipher_is_different_each_time_and_shows_nothing_of_the_number()
    {
        var kept = vault.Encrypt(Phone);
        Assert.NotEqual(kept, vault.Encrypt(Phone));
        Assert.DoesNotContain("5550142", Encoding.Latin1.GetString(kept), StringComparison.Ordinal);
    }

    [Fact]
    public void A_hash_finds_a_number_again_with_the_same_key_alone()
    {
        Assert.Equal(vault.Hash(Phone), vault.Hash(Phone));
        Assert.Equal(32, vault.Hash(Phone).Length);
        Assert.NotEqual(vault.Hash(Phone), vault.Hash("+14185550143"));
        Assert.NotEqual(vault.Hash(Phone), new PhoneVault(RandomNumberGenerator.GetBytes(32)).Hash(Phone));
    }

    [Fact]
    public void Another_key_or_an_altered_cipher_is_refused()
    {
        var kept = vault.Encrypt(Phone);
        Assert.ThrowsAny<CryptographicException>(() => new PhoneVault(RandomNumberGenerator.GetBytes(32)).Decrypt(kept));
        kept[^1] ^= 1;
        Assert.ThrowsAny<CryptographicException>(() => vault.Decrypt(kept));
        Assert.ThrowsAny<CryptographicException>(() => vault.Decrypt([1, 2, 3]));
    }

    [Theory]
    [InlineData("+14185550142", "42")]
    [InlineData("anonymous", "")]
    [InlineData("7", "")]
    public void The_tail_is_two_digits(string phone, string tail) => Assert.Equal(tail, PhoneVault.Tail(phone));

    [Fact]
    public async Task Programs_that_start_at_once_end_with_one_key_that_its_owner_alone_reads()
    {
        var file = Path.Combine(folder, "new", "line.db.key");
        var keys = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => PhoneKey.OfFile(file))));
        Assert.All(keys, key => Assert.Equal(keys[0], key));
        Assert.Equal([file], System.IO.Directory.GetFiles(Path.GetDirectoryName(file)!));
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
    }

    [Fact]
    public void A_key_file_that_was_damaged_is_not_replaced()
    {
        var file = Path.Combine(folder, "line.db.key");
        File.WriteAllText(file, "half");
        Assert.Throws<InvalidDataException>(() => PhoneKey.OfFile(file));
        Assert.Equal("half", File.ReadAllText(file));
    }

    [Fact]
    public async Task A_key_that_was_lost_is_not_replaced_while_numbers_depend_on_it()
    {
        await using var database = new SqliteDatabase($"Data Source={Path.Combine(folder, "line.db")}");
        var key = PhoneKey.Beside(database);
        await new Migrator(database, TimeProvider.System).MigrateAsync(default);
        File.Delete(database.File + ".key");
        Assert.NotEqual(key, PhoneKey.Beside(database));
        await new CallerStore(database, new SequenceStore(database), vault).FindOrCreateAsync(Phone, "fr", TimeProvider.System.GetUtcNow(), default);
        File.Delete(database.File + ".key");
        Assert.Throws<InvalidDataException>(() => PhoneKey.Beside(database));
    }

    [Theory]
    [InlineData("Sqlite", null, true)]
    [InlineData("SqlServer", null, false)]
    [InlineData("Sqlite", "c2hvcnQ=", false)]
    [InlineData("Sqlite", "not base64", false)]
    [InlineData("SqlServer", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=", true)]
    public void The_key_of_the_configuration_is_checked(string provider, string? key, bool right)
    {
        var validator = new PrivacyOptionsValidator(Options.Create(new DatabaseOptions { Provider = provider }));
        var result = validator.Validate(null, new PrivacyOptions { PhoneKey = key });
        Assert.Equal(right, result.Succeeded);
        if (key is not null)
            Assert.DoesNotContain(key, result.FailureMessage ?? "", StringComparison.Ordinal);
    }
}
