namespace AppelAide.Host.Tests.Properties;

/// <summary>A test over the naughty strings beside the checkout; skipped, visibly, where they are missing.</summary>
internal sealed class NaughtyFactAttribute : FactAttribute
{
    public NaughtyFactAttribute()
    {
        if (SharedData.NaughtyStrings is null) Skip = "There is no ../shared/data/naughty/blns.json beside this checkout.";
    }
}
