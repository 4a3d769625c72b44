using OldEstateRenewal.Documents.Pdf.Native;
using OldEstateRenewal.Documents.Tables;

namespace OldEstateRenewal.Documents.Pdf;

/// <summary>The rows of one table, each kind with its own boxes, which are filled anew for every line (表格行).</summary>
internal sealed class TableRows
{
    private const double SidePaddingOfSize = 0.4;
    private const double PaddingOfSize = 0.3;

    private readonly IReadOnlyList<TableColumn> _columns;
    private readonly TextRow _plain;
    private readonly TextRow _emphasised;
    private readonly TextRow _spanning;
    private readonly Dictionary<string, TextRow> _joined = [];
    private readonly Func<double[], TextRow> _newJoined;

    public TableRows(PdfDocument document, PageGeometry page, PdfFonts fonts, TableReport report)
    {
        _columns = report.Columns;
        Edges = EdgesOf(_columns, page);
        var body = new TextStyle(fonts.Body, report.Paper.TextSize);
        var heading = new TextStyle(fonts.Heading, report.Paper.TextSize);
        Header = RowOf(document, heading, Edges);
        _plain = RowOf(document, body, Edges);
        _emphasised = RowOf(document, heading, Edges);
        _spanning = RowOf(document, heading, [page.Left, page.Right]);
        _newJoined = edges => RowOf(document, body, edges);
        for (var i = 0; i < _columns.Count; i++)
            Header.Boxes[i].Fill(_columns[i].Header, Pango.Alignment.Center);
    }

    /// <summary>The columns' edges from left to right, in points.</summary>
    public double[] Edges { get; }

    /// <summary>The headings (表头), filled once for all pages.</summary>
    public TextRow Header { get; }

    /// <summary>The row of a line, filled with its text; it holds until the next call.</summary>
    public TextRow Fill(TableLine line)
    {
        if (line.Kind is TableLineKind.Heading)
        {
            _spanning.Boxes[0].Fill(line.Cells[0].ToText(), Pango.Alignment.Center);
            return _spanning;
        }
        if (line.Spans is { } spans)
            return FillJoined(line, spans);
        var row = line.Kind is TableLineKind.Row ? _plain : _emphasised;
        for (var i = 0; i < _columns.Count; i++)
            Fill(row.Boxes[i], _columns[i], line.Cells[i]);
        return row;
    }

    // A table has few patterns of joined cells; each has its boxes once.
    private TextRow FillJoined(TableLine line, IReadOnlyList<int> spans)
    {
        List<int> columns = [];
        for (var i = 0; i < spans.Count; i += spans[i])
            columns.Add(i);
        var pattern = string.Join(',', columns);
        if (!_joined.TryGetValue(pattern, out var row))
            _joined[pattern] = row = _newJoined([.. columns.Select(column => Edges[column]), Edges[^1]]);
        for (var i = 0; i < columns.Count; i++)
            Fill(row.Boxes[i], _columns[columns[i]], line.Cells[columns[i]]);
        return row;
    }

    private static void Fill(TextBox box, TableColumn column, CellValue cell)
        => box.Fill(cell.ToText(column.Format), AlignmentOf(column, cell), wraps: cell.Kind is CellKind.Text);

    private static Pango.Alignment AlignmentOf(TableColumn column, CellValue cell) => column.AlignmentOf(cell.Kind) switch
    {
        ColumnAlignment.Right => Pango.Alignment.Right,
        ColumnAlignment.Center => Pango.Alignment.Center,
        _ => Pango.Alignment.Left,
    };

    private static TextRow RowOf(PdfDocument document, TextStyle style, double[] edges)
    {
        var side = style.Size * SidePaddingOfSize;
        var boxes = new TextBox[edges.Length - 1];
        for (var i = 0; i < boxes.Length; i++)
            boxes[i] = document.AddText(style, edges[i] + side, Math.Max(edges[i + 1] - edges[i] - 2 * side, style.Size));
        return new(boxes, style.Size * PaddingOfSize);
    }

    private static double[] EdgesOf(IReadOnlyList<TableColumn> columns, PageGeometry page)
    {
        var total = columns.Sum(column => column.Width);
        var edges = new double[columns.Count + 1];
        edges[0] = page.Left;
        for (var i = 0; i < columns.Count; i++)
            edges[i + 1] = edges[i] + page.TextWidth * columns[i].Width / total;
        return edges;
    }
}
