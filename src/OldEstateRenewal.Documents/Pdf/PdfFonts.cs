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
/// that has licensed those puts their names here. Each Noto CJK face on a paper costs some 6 ms, as Cairo reads the
/// whole of it: that is why headings share the face of the title.
/// </summary>
public sealed record PdfFonts
{
    /// <summary>The defaults, from the Debian packages fonts-noto-cjk and fonts-lxgw-wenkai.</summary>
    public static PdfFonts Default { get; } = new();

    /// <summary>The title (小标宋), such as 方正小标宋简体.</summary>
    public PdfFont Title { get; init; } = new("Noto Serif CJK SC", Bold: true);

    /// <summary>The marker above the title (黑体), such as 附件3.</summary>
    public PdfFont Marker { get; init; } = new("Noto Sans CJK SC");

    /// <summary>The table's headings and totals (宋体加粗, or 黑体).</summary>
    public PdfFont Heading { get; init; } = new("Noto Serif CJK SC", Bold: true);

    /// <summary>Everything else (仿宋), such as 仿宋_GB2312.</summary>
    public PdfFont Body { get; init; } = new("LXGW WenKai Light");
}
