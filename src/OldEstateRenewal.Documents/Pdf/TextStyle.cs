namespace OldEstateRenewal.Documents.Pdf;

/// <summary>How the text of a box is set.</summary>
/// <param name="Font">The typeface.</param>
/// <param name="Size">The size in points.</param>
internal readonly record struct TextStyle(PdfFont Font, double Size)
{
    private const double LineHeightOfSize = 1.35;

    /// <summary>From line to line in points: the same for every typeface, so that one rare character moves no line.</summary>
    public double LineHeight => Size * LineHeightOfSize;
}
