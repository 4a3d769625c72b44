using OldEstateRenewal.Documents.Papers;
using OldEstateRenewal.Documents.Tables;

namespace OldEstateRenewal.Documents.Pdf.Papers;

/// <summary>The grid of an official paper (版心网格): 22 lines of 28 characters on 156 × 225 mm. Lengths are points.</summary>
internal sealed class PaperGrid(PaperFonts fonts)
{
    private const int CharactersOnLine = 28;
    private const double TitleLine = 34;
    private const double ColophonLine = 24;

    /// <summary>An upright page.</summary>
    public static PageGeometry Upright { get; } = new(PaperLayout.Portrait);

    /// <summary>A page on its side, for wide tables.</summary>
    public static PageGeometry Turned { get; } = new(PaperLayout.Landscape);

    /// <summary>From line to line.</summary>
    public static double Line { get; } = (Upright.Bottom - Upright.Top) / OfficialSizes.LinesOnPage;

    /// <summary>From character to character.</summary>
    public static double Character { get; } = Upright.TextWidth / CharactersOnLine;

    public TextStyle Body { get; } = OnGrid(fonts.Body);

    /// <summary>Body text whose paragraphs begin two characters in.</summary>
    public TextStyle Paragraph { get; } = OnGrid(fonts.Body) with { Indent = 2 * Character };

    public TextStyle AttachmentMark { get; } = OnGrid(fonts.FirstHeading);

    public TextStyle Title { get; } = new(fonts.Title.Printed, TextSizes.Title) { LineHeight = TitleLine };

    public TextStyle TableTitle { get; } = new(fonts.FirstHeading.Printed, TextSizes.Subtitle);

    public TextStyle TableSubtitle { get; } = new(fonts.Body.Printed, OfficialSizes.Small);

    public TextStyle Colophon { get; } = new(fonts.Body.Printed, OfficialSizes.Colophon) { LineHeight = ColophonLine };

    public TextStyle Foot { get; } = new(fonts.Body.Printed, TextSizes.Foot);

    /// <summary>The headings of a level, from 1.</summary>
    public TextStyle HeadingOf(int level) => level switch
    {
        1 => OnGrid(fonts.FirstHeading) with { Indent = 2 * Character },
        2 => OnGrid(fonts.SecondHeading) with { Indent = 2 * Character },
        _ => Paragraph,
    };

    /// <summary>The mark in red, as large as the width allows.</summary>
    public TextStyle MarkOf(string mark) => new(fonts.Title.Printed, OfficialSizes.MarkOf(mark, Upright.TextWidth));

    private static TextStyle OnGrid(PaperFont font) => new(font.Printed, OfficialSizes.Body)
    {
        LineHeight = Line,
        Spacing = Character - OfficialSizes.Body,
        IsJustified = true,
    };
}
