using AppelAide.Host.Sheets;
using AppelAide.Host.Tests.Persistence;

namespace AppelAide.Host.Tests.Sheets;

public abstract class FactSheetStoreContract(DatabaseFixture fixture)
{
    [ContractFact]
    public async Task Sheets_come_back_whole_with_their_chapters_in_order()
    {
        var kept = FactSheetsTests.Of("kept", "Éviter la fraude", "Avoiding fraud", ["digital", "talk"], ["fraude", "arnaque"], ["scam"]);
        var bare = kept with { Id = "bare", Needs = [], Words = new([], []), VerifiedOn = null, VerifiedBy = "", Chapters = [] };
        await fixture.Database.WriteAsync(scope => FactSheetStore.Insert(scope, [kept with { Chapters = [kept.Chapters[1], kept.Chapters[0]] }, bare]), default);
        var loaded = (await fixture.Database.ReadAsync(FactSheetStore.Load, default)).ToDictionary(sheet => sheet.Id);
        AssertSame(kept, loaded["kept"]);
        AssertSame(bare, loaded["bare"]);
    }

    // Records with lists are equal only when the lists are the same in memory.
    private static void AssertSame(FactSheet expected, FactSheet actual)
    {
        Assert.Equal(expected.Needs.ToArray(), actual.Needs.ToArray());
        Assert.Equal(expected.Words.Fr.ToArray(), actual.Words.Fr.ToArray());
        Assert.Equal(expected.Words.En.ToArray(), actual.Words.En.ToArray());
        Assert.Equal(expected.Chapters.ToArray(), actual.Chapters.ToArray());
        Assert.Equal(expected with { Needs = actual.Needs, Words = actual.Words, Chapters = actual.Chapters }, actual);
    }
}

public sealed class SqliteFactSheetStoreTests(SqliteFixture fixture) : FactSheetStoreContract(fixture), IClassFixture<SqliteFixture>;

public sealed class SqlServerFactSheetStoreTests(SqlServerFixture fixture) : FactSheetStoreContract(fixture), IClassFixture<SqlServerFixture>;
