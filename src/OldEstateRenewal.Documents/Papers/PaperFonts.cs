using OldEstateRenewal.Documents.Pdf;

namespace OldEstateRenewal.Documents.Papers;

/// <summary>A typeface of a paper (公文字体): a PDF embeds one that this machine has, a Word file names one that the reader has.</summary>
/// <param name="Printed">What a PDF embeds.</param>
/// <param name="Named">What a Word file names, such as 仿宋_GB2312.</param>
/// <param name="Otherwise">What Word takes where that is not installed, such as 仿宋; null for what it likes.</param>
/// <param name="NamedBold">Whether Word sets it bold.</param>
public sealed record PaperFont(PdfFont Printed, string Named, string? Otherwise = null, bool NamedBold = false);

/// <summary>
/// The typefaces of an official paper (公文字体设置). The printed defaults are free fonts that stand in for the licensed ones
/// of GB/T 9704; a bureau that has these puts their names here. The names in a Word file are those of Windows and WPS.
/// </summary>
public sealed record PaperFonts
{
    /// <summary>The defaults, from the Debian packages fonts-noto-cjk and fonts-lxgw-wenkai.</summary>
    public static PaperFonts Default { get; } = new();

    /// <summary>Mark and title (小标宋).</summary>
    public PaperFont Title { get; init; } = new(new("Noto Serif CJK SC", Bold: true), "方正小标宋简体", "宋体");

    /// <summary>The text (仿宋).</summary>
    public PaperFont Body { get; init; } = new(new("LXGW WenKai Light"), "仿宋_GB2312", "仿宋");

    /// <summary>Headings of the first level, and the word 附件 above an attachment (黑体).</summary>
    public PaperFont FirstHeading { get; init; } = new(new("Noto Sans CJK SC"), "黑体");

    /// <summary>Headings of the second level (楷体).</summary>
    public PaperFont SecondHeading { get; init; } = new(new("LXGW WenKai"), "楷体_GB2312", "楷体");

    /// <summary>Page numbers (半角宋体).</summary>
    public PaperFont PageNumber { get; init; } = new(new("Noto Serif CJK SC"), "宋体");

    /// <summary>The headings and totals of tables (黑体, or 宋体加粗).</summary>
    public PaperFont TableHeading { get; init; } = new(new("Noto Serif CJK SC", Bold: true), "宋体", NamedBold: true);

    /// <summary>The printed ones for tables (表格字体), in a paper or alone.</summary>
    public PdfFonts ForTables() => new()
    {
        Title = Title.Printed,
        Marker = FirstHeading.Printed,
        Heading = TableHeading.Printed,
        Body = Body.Printed,
    };
}
