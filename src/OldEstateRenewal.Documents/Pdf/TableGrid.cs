namespace OldEstateRenewal.Documents.Pdf;

/// <summary>The thin lines of a table (表格线). A vertical line is drawn once for all the rows that it passes.</summary>
/// <param name="document">Where it is drawn.</param>
/// <param name="edges">The columns' edges from left to right, in points.</param>
internal sealed class TableGrid(PdfDocument document, double[] edges)
{
    private double _top;
    private double _bottom;

    public void Begin(double top)
    {
        _top = _bottom = top;
        AddHorizontal(top);
    }

    public void AddRow(double bottom)
    {
        _bottom = bottom;
        AddHorizontal(bottom);
    }

    /// <summary>A row in which some cells take several columns: no line goes through them.</summary>
    public void AddJoinedRow(double bottom, IReadOnlyList<int> spans)
    {
        End();
        for (var i = 0; i < spans.Count; i += spans[i])
            AddVertical(edges[i], _bottom, bottom);
        AddVertical(edges[^1], _bottom, bottom);
        _top = _bottom = bottom;
        AddHorizontal(bottom);
    }

    /// <summary>A row without columns, one text from edge to edge.</summary>
    public void AddSpanningRow(double bottom)
    {
        End();
        AddVertical(edges[0], _bottom, bottom);
        AddVertical(edges[^1], _bottom, bottom);
        _top = _bottom = bottom;
        AddHorizontal(bottom);
    }

    /// <summary>Draws the vertical lines of the rows since the last beginning or spanning row.</summary>
    public void End()
    {
        if (_bottom <= _top)
            return;
        foreach (var edge in edges)
            AddVertical(edge, _top, _bottom);
    }

    private void AddHorizontal(double y) => document.AddRule(edges[0], y, edges[^1], y);

    private void AddVertical(double x, double top, double bottom) => document.AddRule(x, top, x, bottom);
}
