using System.Globalization;
using System.Text;
using QRCoder;

namespace Heng.App.Features.SignIn;

/// <summary>A QR code as one path of a drawing: Size modules wide, quiet zone included, a run of dark modules a step.</summary>
public sealed record QrPath(int Size, string Path)
{
    public static QrPath Of(string text)
    {
        using var data = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var (rows, path) = (data.ModuleMatrix, new StringBuilder());
        for (var y = 0; y < rows.Count; y++)
            for (var x = 0; x < rows[y].Length; x++)
            {
                var from = x;
                while (x < rows[y].Length && rows[y][x]) x++;
                if (x > from) path.Append(CultureInfo.InvariantCulture, $"M{from} {y}h{x - from}v1h-{x - from}z");
            }
        return new(rows.Count, path.ToString());
    }
}
