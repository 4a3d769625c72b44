using OldEstateRenewal.Documents.Tables;

namespace OldEstateRenewal.Documents.Papers;

/// <summary>A part of the text of a paper (正文的一部分).</summary>
public abstract record PaperBlock
{
    private protected PaperBlock()
    {
    }
}

/// <summary>A heading (结构层次), numbered by its level: 一、 （一） 1. （1）.</summary>
public sealed record PaperHeading : PaperBlock
{
    /// <summary>The deepest level that GB/T 9704 knows.</summary>
    public const int Deepest = 4;

    /// <summary>A heading of a level.</summary>
    /// <param name="level">From 1 to <see cref="Deepest"/>.</param>
    /// <param name="text">The heading without its number.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such level.</exception>
    /// <exception cref="ArgumentException">The text is empty.</exception>
    public PaperHeading(int level, string text)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(level, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(level, Deepest);
        ArgumentException.ThrowIfNullOrWhiteSpace(text);
        (Level, Text) = (level, text);
    }

    /// <summary>1 一、黑体; 2 （一）楷体; 3 1. 仿宋; 4 （1）仿宋.</summary>
    public int Level { get; }

    /// <summary>The heading without its number.</summary>
    public string Text { get; }
}

/// <summary>A paragraph (自然段), its first line two characters in.</summary>
/// <param name="Text">The text; each line break begins a paragraph.</param>
public sealed record PaperParagraph(string Text) : PaperBlock;

/// <summary>
/// A table within the text (文中表格). It goes over as many pages as it takes, its headings on each; where its columns need
/// more than the width of an upright page, or its own paper lies on its side, it stands on turned pages.
/// </summary>
/// <param name="Report">The table; of its paper, direction and text size count, not margins and numbering.</param>
public sealed record PaperTable(TableReport Report) : PaperBlock
{
    // A column's width is given in half-width characters, its padding is 0.8 of the text's size.
    private const double PointsOfTextWidth = 156 * 72 / 25.4;
    private const double PaddingOfSize = 0.8;
    private const double Squeezable = 1.25;

    /// <summary>Whether it stands on turned pages (横排). A table a little too wide is squeezed instead.</summary>
    public bool IsTurned => Report.Paper.Orientation is PaperOrientation.Landscape
        || Report.Columns.Sum(column => (column.Width / 2 + PaddingOfSize) * Report.Paper.TextSize) > PointsOfTextWidth * Squeezable;
}
