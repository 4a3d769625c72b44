using QRCoder;

namespace OldEstateRenewal.Documents.Pdf;

/// <summary>A QR code (二维码) as rows of black and white, with the quiet zone left to who draws it.</summary>
public sealed class QrCode
{
    private const int QuietZone = 4;

    private readonly bool[,] _isBlack;

    private readonly string _text;

    private QrCode(string text, bool[,] isBlack) => (_text, _isBlack) = (text, isBlack);

    /// <summary>How many squares it is wide and high.</summary>
    public int Size => _isBlack.GetLength(0);

    /// <summary>Makes the code of a text; it is still read with 15% of it soiled.</summary>
    /// <param name="text">What a reader gets; digits alone make the smallest code.</param>
    public static QrCode Of(string text)
    {
        ArgumentException.ThrowIfNullOrEmpty(text);
        using var data = Generate(text);
        var size = data.ModuleMatrix.Count - 2 * QuietZone;
        var isBlack = new bool[size, size];
        for (var row = 0; row < size; row++)
        {
            for (var column = 0; column < size; column++)
                isBlack[row, column] = data.ModuleMatrix[row + QuietZone][column + QuietZone];
        }
        return new(text, isBlack);
    }

    /// <summary>The black squares, those beside each other joined: left, top and length, in squares.</summary>
    public IEnumerable<(int Left, int Top, int Length)> Runs()
    {
        for (var row = 0; row < Size; row++)
        {
            for (var column = 0; column < Size; column++)
            {
                var start = column;
                while (column < Size && _isBlack[row, column])
                    column++;
                if (column > start)
                    yield return (start, row, column - start);
            }
        }
    }

    /// <summary>A picture with its quiet zone (PNG), as a Word file holds it.</summary>
    /// <param name="dots">How many dots a square is wide and high.</param>
    public byte[] ToPng(int dots = 8)
    {
        using var data = Generate(_text);
        using var picture = new PngByteQRCode(data);
        return picture.GetGraphic(dots);
    }

    /// <summary>The black squares as the path of a picture for a page (SVG).</summary>
    public string ToSvgPath() => string.Concat(Runs().Select(run => $"M{run.Left} {run.Top}h{run.Length}v1h-{run.Length}z"));

    private static QRCodeData Generate(string text) => QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
}
