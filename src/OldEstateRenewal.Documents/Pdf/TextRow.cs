namespace OldEstateRenewal.Documents.Pdf;

/// <summary>Boxes of text side by side (一行文本框), drawn at one height and centred on each other. Lengths are points.</summary>
/// <param name="boxes">At least one box, all of one line height.</param>
/// <param name="padding">The space above and below.</param>
internal sealed class TextRow(TextBox[] boxes, double padding)
{
    public TextBox[] Boxes => boxes;

    /// <summary>The height with the padding; a row without text is as high as one line.</summary>
    public double Height => Math.Max(boxes.Max(box => box.Height), boxes[0].LineHeight) + TotalPadding;

    public int LineCount => boxes.Max(box => box.LineCount);

    private double TotalPadding => 2 * padding;

    public void Draw(double top)
    {
        var height = Height;
        foreach (var box in boxes)
            box.Draw(top + (height - box.Height) / 2);
    }

    /// <summary>How many lines there is room for in a height; at least one, or no page would ever do.</summary>
    public int LinesWithin(double height) => Math.Max((int)((height - TotalPadding) / boxes[0].LineHeight), 1);

    /// <summary>The height of some of the lines, with the padding.</summary>
    public double HeightOf(int lines) => lines * boxes[0].LineHeight + TotalPadding;

    public void DrawLines(double top, int first, int count)
    {
        foreach (var box in boxes)
            box.DrawLines(top + padding, first, count);
    }
}
