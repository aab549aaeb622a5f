namespace AppelAide.Host.Console;

/// <summary>A page for an administrator who has no second factor yet: the one that sets it, and the one that signs out.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class WithoutSecondFactorAttribute : Attribute;
