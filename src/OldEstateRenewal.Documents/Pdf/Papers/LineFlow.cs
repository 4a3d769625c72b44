namespace OldEstateRenewal.Documents.Pdf.Papers;

/// <summary>
/// Puts lines one under another (逐行排版). Those that must stay together, such as a heading and what follows it, are held
/// back until all of them are known. Lengths are points.
/// </summary>
internal sealed class LineFlow(PageFlow flow)
{
    private readonly List<(double Height, Action<double>? Draw)> _held = [];

    /// <summary>Adds a line, or an empty one, which is left out at the head of a page.</summary>
    public void Add(double height, Action<double>? draw = null, bool keepsNext = false)
    {
        _held.Add((height, draw));
        if (!keepsNext)
            Flush();
    }

    /// <summary>Adds the lines of a filled box.</summary>
    /// <param name="box">It may not be filled again before the lines are drawn.</param>
    /// <param name="keptLines">How many of the last ones stay with what follows.</param>
    public void Add(TextBox box, int keptLines = 0)
    {
        for (var i = 0; i < box.LineCount; i++)
        {
            var line = i;
            Add(box.LineHeight, top => box.DrawLines(top, line, 1), keepsNext: i >= box.LineCount - keptLines);
        }
    }

    /// <summary>Draws what was held back.</summary>
    /// <param name="needed">How much room must be left under it.</param>
    public void Flush(double needed = 0)
    {
        if (!flow.IsAtTop && !flow.HasRoom(_held.Sum(line => line.Height) + needed))
            flow.Turn();
        foreach (var (height, draw) in _held)
        {
            if (draw is null && flow.IsAtTop)
                continue;
            if (!flow.HasRoom(height))
                flow.Turn();
            draw?.Invoke(flow.Y);
            flow.Y += height;
        }
        _held.Clear();
    }
}
