namespace AppelAide.Host.Tests.Directory.Hsds;

/// <summary>A test over the standard's own files beside the checkout; skipped, visibly, where they are missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class HsdsFactAttribute : FactAttribute
{
    public HsdsFactAttribute()
    {
        if (HsdsData.Folder is null) Skip = "There is no ../shared/data/hsds beside this checkout.";
    }
}
