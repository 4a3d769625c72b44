using DocumentFormat.OpenXml.Wordprocessing;
using OldEstateRenewal.Documents.Tables;

namespace OldEstateRenewal.Documents.Word;

/// <summary>A run of pages of one shape (节): paper, margins, footers and grid.</summary>
internal static class WordSection
{
    private const double ShortSide = 210;
    private const double LongSide = 297;
    private const double NumberBelowText = 7;
    private const double HalfOfNumber = 3.3;

    /// <summary>The width of the text area, in twentieths of a point.</summary>
    public static int WidthOf(PaperLayout paper)
        => WordUnits.Millimetres((paper.Orientation is PaperOrientation.Landscape ? LongSide : ShortSide) - paper.Margins.Left - paper.Margins.Right);

    /// <summary>The properties at the end of a section; only a paper has the grid of 22 lines.</summary>
    public static SectionProperties Of(PaperLayout paper, bool hasGrid = false)
    {
        var isTurned = paper.Orientation is PaperOrientation.Landscape;
        var (width, height) = isTurned ? (LongSide, ShortSide) : (ShortSide, LongSide);
        var section = new SectionProperties(
            new FooterReference { Type = HeaderFooterValues.Default, Id = WordPackage.OddFooterId },
            new FooterReference { Type = HeaderFooterValues.Even, Id = WordPackage.EvenFooterId },
            PageSize(width, height, isTurned),
            Margins(paper.Margins));
        if (hasGrid && !isTurned)
            section.Append(new DocGrid { Type = DocGridValues.Lines, LinePitch = WordUnits.Line });
        return section;
    }

    /// <summary>A paragraph that ends a section and takes next to no room.</summary>
    public static Paragraph Break(SectionProperties section) => new(new ParagraphProperties
    {
        ParagraphStyleId = new() { Val = WordStyleNames.Break },
        SectionProperties = section,
    });

    private static PageSize PageSize(double width, double height, bool isTurned)
    {
        var size = new PageSize { Width = (uint)WordUnits.Millimetres(width), Height = (uint)WordUnits.Millimetres(height) };
        if (isTurned)
            size.Orient = PageOrientationValues.Landscape;
        return size;
    }

    private static PageMargin Margins(PageMargins margins) => new()
    {
        Top = WordUnits.Millimetres(margins.Top),
        Right = (uint)WordUnits.Millimetres(margins.Right),
        Bottom = WordUnits.Millimetres(margins.Bottom),
        Left = (uint)WordUnits.Millimetres(margins.Left),
        Header = (uint)WordUnits.Millimetres(margins.Top / 2),
        Footer = (uint)WordUnits.Millimetres(Math.Max(margins.Bottom - NumberBelowText - HalfOfNumber, 0)),
        Gutter = 0,
    };
}
