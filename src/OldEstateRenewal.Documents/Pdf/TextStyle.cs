namespace OldEstateRenewal.Documents.Pdf;

/// <summary>How the text of a box is set.</summary>
/// <param name="Font">The typeface.</param>
/// <param name="Size">The size in points.</param>
internal readonly record struct TextStyle(PdfFont Font, double Size)
{
    private const double LineHeightOfSize = 1.35;

    /// <summary>From line to line in points: the same for every typeface, so that one rare character moves no line.</summary>
    public double LineHeight
    {
        get => field > 0 ? field : Size * LineHeightOfSize;
        init;
    }

    /// <summary>What is added between characters in points, below zero to set them closer.</summary>
    public double Spacing { get; init; }

    /// <summary>How far in the first line of a paragraph stands, in points.</summary>
    public double Indent { get; init; }

    /// <summary>Whether lines that are a little short are spaced out to the full width (两端对齐).</summary>
    public bool IsJustified { get; init; }
}
