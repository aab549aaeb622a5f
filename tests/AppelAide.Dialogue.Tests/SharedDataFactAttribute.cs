namespace AppelAide.Dialogue.Tests;

/// <summary>A test over the data beside the checkout; skipped, visibly, where that folder is missing.</summary>
internal sealed class SharedDataFactAttribute : FactAttribute
{
    public SharedDataFactAttribute()
    {
        if (SharedData.Folder is null)
            Skip = "There is no ../shared/data beside this checkout.";
    }
}
