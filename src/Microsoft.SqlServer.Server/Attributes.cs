// Microsoft.Data.SqlClient depends on the package Microsoft.SqlServer.Server (attributes for CLR user-defined types), and that package
// cannot be restored here. Without an assembly of this name every command with a parameter throws FileNotFoundException. AppelAide uses no
// CLR types, so only the few declarations that the driver looks for are here. The day the package restores, delete this project.

namespace Microsoft.SqlServer.Server;

/// <summary>How a user-defined type is serialised.</summary>
public enum Format
{
    /// <summary>Not known.</summary>
    Unknown,

    /// <summary>By the server.</summary>
    Native,

    /// <summary>By the type itself.</summary>
    UserDefined,
}

/// <summary>A type that serialises itself.</summary>
public interface IBinarySerialize
{
    /// <summary>Reads the value.</summary>
    void Read(BinaryReader r);

    /// <summary>Writes the value.</summary>
    void Write(BinaryWriter w);
}

/// <summary>A type that is not a valid user-defined type.</summary>
public sealed class InvalidUdtException(string message) : SystemException(message)
{
    /// <summary>Made by the driver when it meets one.</summary>
    public static InvalidUdtException Create(Type udtType, string resourceReason) => new($"{udtType.FullName}: {resourceReason}");
}

/// <summary>Marks a user-defined type.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct)]
public sealed class SqlUserDefinedTypeAttribute(Format format) : Attribute
{
    /// <summary>How it is serialised.</summary>
    public Format Format { get; } = format;

    /// <summary>Whether its bytes sort as its values.</summary>
    public bool IsByteOrdered { get; set; }

    /// <summary>Whether all values have one length.</summary>
    public bool IsFixedLength { get; set; }

    /// <summary>The longest value, in bytes; -1 for more than 8,000.</summary>
    public int MaxByteSize { get; set; }

    /// <summary>Its name in SQL.</summary>
    public string? Name { get; set; }

    /// <summary>The method that validates a value.</summary>
    public string? ValidationMethodName { get; set; }
}

/// <summary>What is known of a result's type.</summary>
[AttributeUsage(AttributeTargets.Field | AttributeTargets.Property | AttributeTargets.ReturnValue | AttributeTargets.Parameter)]
public sealed class SqlFacetAttribute : Attribute
{
    /// <summary>Whether all values have one length.</summary>
    public bool IsFixedLength { get; set; }

    /// <summary>The longest value.</summary>
    public int MaxSize { get; set; }

    /// <summary>Decimal digits in all.</summary>
    public int Precision { get; set; }

    /// <summary>Decimal digits after the point.</summary>
    public int Scale { get; set; }

    /// <summary>Whether the value may be null.</summary>
    public bool IsNullable { get; set; }
}
