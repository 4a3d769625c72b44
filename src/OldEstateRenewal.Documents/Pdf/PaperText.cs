using OldEstateRenewal.Documents.Tables;

namespace OldEstateRenewal.Documents.Pdf;

/// <summary>Which of the typefaces of <see cref="PdfFonts"/> a text is set in (字体).</summary>
public enum PaperFace
{
    /// <summary>正文.</summary>
    Body,

    /// <summary>加粗.</summary>
    Heading,

    /// <summary>标题.</summary>
    Title,
}

/// <summary>How a text on a paper is set (文字样式).</summary>
/// <param name="Size">The size in points; 10.5 is 五号.</param>
/// <param name="Face">The typeface.</param>
/// <param name="Alignment">Where its lines stand; by content is at the left.</param>
public readonly record struct PaperText(double Size, PaperFace Face = PaperFace.Body, ColumnAlignment Alignment = ColumnAlignment.Left);
