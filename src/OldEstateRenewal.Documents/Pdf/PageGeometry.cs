using OldEstateRenewal.Documents.Tables;

namespace OldEstateRenewal.Documents.Pdf;

/// <summary>A sheet of A4 in points (版心): where its text area begins and ends.</summary>
internal sealed class PageGeometry
{
    public const double PointsPerMillimetre = 72 / 25.4;
    private const double ShortSide = 210 * PointsPerMillimetre;
    private const double LongSide = 297 * PointsPerMillimetre;

    public PageGeometry(PaperLayout paper)
    {
        (Width, Height) = paper.Orientation is PaperOrientation.Portrait ? (ShortSide, LongSide) : (LongSide, ShortSide);
        Top = paper.Margins.Top * PointsPerMillimetre;
        Left = paper.Margins.Left * PointsPerMillimetre;
        Bottom = Height - paper.Margins.Bottom * PointsPerMillimetre;
        Right = Width - paper.Margins.Right * PointsPerMillimetre;
        if (Right <= Left || Bottom <= Top)
            throw new ArgumentException("The margins leave no room on the page.", nameof(paper));
    }

    public double Width { get; }

    public double Height { get; }

    public double Top { get; }

    public double Left { get; }

    public double Bottom { get; }

    public double Right { get; }

    public double TextWidth => Right - Left;

    /// <summary>Where the foot begins: 一字线 stands 7 mm below the text area.</summary>
    public double Foot => Bottom + 4 * PointsPerMillimetre;
}
