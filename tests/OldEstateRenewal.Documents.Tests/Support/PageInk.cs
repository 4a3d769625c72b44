using System.Text;

namespace OldEstateRenewal.Documents.Tests.Support;

/// <summary>The dots of a printed page, measured in millimetres from its top left corner.</summary>
internal sealed class PageInk
{
    public const string DotsPerInchText = "254";

    private const double DotsPerMillimetre = 10;
    private const int Dark = 160;

    private readonly byte[] _picture;
    private readonly int _width;
    private readonly int _height;
    private readonly int _start;

    /// <summary>A page as pdftoppm paints it: a head of three lines, then red, green and blue of each dot.</summary>
    public PageInk(byte[] picture)
    {
        _picture = picture;
        var head = Encoding.ASCII.GetString(picture, 0, 40).Split('\n');
        (_width, _height) = (int.Parse(head[1].Split(' ')[0]), int.Parse(head[1].Split(' ')[1]));
        _start = head[0].Length + head[1].Length + head[2].Length + 3;
    }

    /// <summary>The edges of all ink between two heights.</summary>
    public (double Left, double Top, double Right, double Bottom) Edges(double from = 0, double to = 297, bool isRed = false)
    {
        var (left, top, right, bottom) = (int.MaxValue, int.MaxValue, -1, -1);
        for (var y = (int)(from * DotsPerMillimetre); y < Math.Min(to * DotsPerMillimetre, _height); y++)
        {
            for (var x = 0; x < _width; x++)
            {
                if (!(isRed ? IsRed(x, y) : IsInk(x, y)))
                    continue;
                (left, right) = (Math.Min(left, x), Math.Max(right, x));
                (top, bottom) = (Math.Min(top, y), y);
            }
        }
        return (left / DotsPerMillimetre, top / DotsPerMillimetre, (right + 1) / DotsPerMillimetre, (bottom + 1) / DotsPerMillimetre);
    }

    private bool IsInk(int x, int y) => Dot(x, y) is var (red, green, blue) && Math.Min(Math.Min(red, green), blue) < Dark;

    private bool IsRed(int x, int y) => Dot(x, y) is var (red, green, blue) && red > Dark && green < Dark / 2 && blue < Dark / 2;

    private (byte Red, byte Green, byte Blue) Dot(int x, int y)
    {
        var i = _start + 3 * (y * _width + x);
        return (_picture[i], _picture[i + 1], _picture[i + 2]);
    }
}
