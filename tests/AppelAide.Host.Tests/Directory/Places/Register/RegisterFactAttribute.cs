using AppelAide.Host.Tests.Properties;

namespace AppelAide.Host.Tests.Directory.Places.Register;

/// <summary>A test on the whole official register; skipped, visibly, where the file is not beside the checkout.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RegisterFactAttribute : FactAttribute
{
    public RegisterFactAttribute()
    {
        if (SharedData.PlaceRegister is null)
            Skip = "shared/data/quebec/municipalites-qc-trimmed.csv is not beside the checkout.";
    }
}
