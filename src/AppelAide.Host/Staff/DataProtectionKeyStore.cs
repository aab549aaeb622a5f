using System.Xml.Linq;
using AppelAide.Host.Persistence;
using Dapper;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace AppelAide.Host.Staff;

/// <summary>The keys of cookies and forms in the line's own database, encrypted: every host of the line reads what another wrote.</summary>
internal sealed class DataProtectionKeyStore(Database database, StaffSecrets secrets, TimeProvider time) : IXmlRepository
{
    private const string All = "SELECT content FROM data_protection_key";
    private const string Insert = "INSERT INTO data_protection_key (name, content, created_at) VALUES (@Name, @Content, @At)";

    // The framework asks synchronously; both drivers work so inside.
    public IReadOnlyCollection<XElement> GetAllElements() =>
        [.. database.ReadAsync(connection => connection.Query<string>(All).AsList(), CancellationToken.None).GetAwaiter().GetResult().Select(content => XElement.Parse(secrets.Decrypt(content)))];

    public void StoreElement(XElement element, string friendlyName)
    {
        var row = new { Name = $"{friendlyName}-{Guid.NewGuid():N}", Content = secrets.Encrypt(element.ToString(SaveOptions.DisableFormatting)), At = time.GetUtcNow() };
        database.WriteAsync(scope => scope.Execute(Insert, row), CancellationToken.None).GetAwaiter().GetResult();
    }
}
