namespace OldEstateRenewal.Documents.Pdf;

/// <summary>A typeface as the machine knows it (字体).</summary>
/// <param name="Family">
/// The family as fontconfig lists it (<c>fc-list : family</c>), or several with commas, the first one installed being
/// taken. A character that it lacks is taken from any other installed font.
/// </param>
/// <param name="Bold">Whether its bold face is meant.</param>
public sealed record PdfFont(string Family, bool Bold = false);

/// <summary>
/// The typefaces of a report (字体设置). The defaults are free fonts that stand in for the faces of GB/T 9704; a bureau
/// that has licensed those puts their names here.
/// </summary>
public sealed record PdfFonts
{
    /// <summary>The defaults, from the Debian packages fonts-noto-cjk and fonts-lxgw-wenkai.</summary>
    public static PdfFonts Default { get; } = new();

    /// <summary>The title (小标宋), such as 方正小标宋简体.</summary>
    public PdfFont Title { get; init; } = new("Noto Serif CJK SC", Bold: true);

    /// <summary>Marker, headings and totals (黑体).</summary>
    public PdfFont Heading { get; init; } = new("Noto Sans CJK SC");

    /// <summary>Everything else (仿宋), such as 仿宋_GB2312.</summary>
    public PdfFont Body { get; init; } = new("LXGW WenKai Light");

    /// <summary>Page numbers (宋体).</summary>
    public PdfFont PageNumber { get; init; } = new("Noto Serif CJK SC");
}
