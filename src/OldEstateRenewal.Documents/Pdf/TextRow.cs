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

    /// <summary>Draws the row where there is room for it; one taller than a page goes on over as many as it takes, line by line.</summary>
    public void Draw(PageFlow flow, double needed, Action turn, Action<double>? endRow)
    {
        if (!flow.HasRoom(needed))
            turn();
        if (!flow.HasRoom(Height))
        {
            DrawTall(flow, turn, endRow);
            return;
        }
        Draw(flow.Y);
        flow.Y += Height;
        endRow?.Invoke(flow.Y);
    }

    private void DrawTall(PageFlow flow, Action turn, Action<double>? endRow)
    {
        for (var first = 0; first < LineCount;)
        {
            if (first > 0)
                turn();
            var count = Math.Min(LinesWithin(flow.Page.Bottom - flow.Y), LineCount - first);
            DrawLines(flow.Y, first, count);
            flow.Y += HeightOf(count);
            endRow?.Invoke(flow.Y);
            first += count;
        }
    }

    /// <summary>How many lines there is room for in a height; at least one, or no page would ever do.</summary>
    private int LinesWithin(double height) => Math.Max((int)((height - TotalPadding) / boxes[0].LineHeight), 1);

    /// <summary>The height of some of the lines, with the padding.</summary>
    private double HeightOf(int lines) => lines * boxes[0].LineHeight + TotalPadding;

    private void DrawLines(double top, int first, int count)
    {
        foreach (var box in boxes)
            box.DrawLines(top + padding, first, count);
    }
}
