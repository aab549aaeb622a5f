namespace AppelAide.Console.Tests;

/// <summary>Tests that share one program: what one writes does not disturb another.</summary>
[CollectionDefinition(Name)]
public sealed class ConsoleCollection : ICollectionFixture<ConsoleHost>
{
    public const string Name = "console";
}
