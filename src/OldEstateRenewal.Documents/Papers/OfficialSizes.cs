namespace OldEstateRenewal.Documents.Papers;

/// <summary>The sizes of an official paper (公文字号), in points, and of its parts, in millimetres.</summary>
internal static class OfficialSizes
{
    /// <summary>每面排22行.</summary>
    public const int LinesOnPage = 22;

    /// <summary>三号.</summary>
    public const double Body = 16;

    /// <summary>四号, in 版记.</summary>
    public const double Colophon = 14;

    /// <summary>小四.</summary>
    public const double Small = 12;

    /// <summary>From the text area's top to the mark (发文机关标志上边缘至版心上边缘).</summary>
    public const double AboveMark = 35;

    /// <summary>From the number to the red line (红色分隔线).</summary>
    public const double AboveRedLine = 4;

    /// <summary>The red line, in points.</summary>
    public const double RedLine = 1.5;

    /// <summary>首条、末条分隔线 of 版记, in points: 0.35 mm.</summary>
    public const double ThickLine = 1;

    /// <summary>中间的分隔线 of 版记, in points: 0.25 mm.</summary>
    public const double ThinLine = 0.7;

    /// <summary>The side of a QR code.</summary>
    public const double Code = 20;

    /// <summary>How many seals stand side by side (每排最多三个).</summary>
    public const int SealsInRow = 3;

    // The standard asks for less than the mark of the body above has, at most 22 mm.
    private const double LargestMark = 52;
    private const double SmallestMark = 16;
    private const double RoomBesideMark = 4;

    /// <summary>The size of the mark, as large as the width allows; a very long one is squeezed.</summary>
    public static double MarkOf(string mark, double width)
    {
        var longest = mark.Split('\n').Max(line => line.Length);
        return Math.Clamp(Math.Floor((width - RoomBesideMark) / Math.Max(longest, 1) * 2) / 2, SmallestMark, LargestMark);
    }
}
