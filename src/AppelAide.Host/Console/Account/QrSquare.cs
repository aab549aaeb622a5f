using System.Text;
using QRCoder;

namespace AppelAide.Host.Console.Account;

/// <summary>A QR code as the path of an SVG: one square a dark module.</summary>
/// <param name="Size">Modules a side, the quiet zone of four around it included.</param>
/// <param name="Path">The dark ones.</param>
internal sealed record QrSquare(int Size, string Path)
{
    /// <summary>Nothing.</summary>
    public static QrSquare Empty { get; } = new(0, "");

    /// <summary>The code of a text.</summary>
    public static QrSquare Of(string text)
    {
        using var code = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var path = new StringBuilder();
        for (var y = 0; y < code.ModuleMatrix.Count; y++)
        {
            for (var x = 0; x < code.ModuleMatrix.Count; x++)
            {
                if (code.ModuleMatrix[y][x]) path.Append(null, $"M{x} {y}h1v1h-1z");
            }
        }

        return new(code.ModuleMatrix.Count, path.ToString());
    }
}
