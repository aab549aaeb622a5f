namespace AppelAide.Host.Tests.Directory.Hsds.Writing;

/// <summary>A test against the standard's schemas; skipped, visibly, where they, Node or its packages are missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SchemaFactAttribute : FactAttribute
{
    public SchemaFactAttribute()
    {
        if (HsdsData.Folder is null) Skip = "There is no ../shared/data/hsds beside this checkout.";
        else if (!SchemaOracle.IsInstalled) Skip = "Needs Node and `npm ci` in tests/oracles.";
    }
}
