using OldEstateRenewal.Documents.Tables;

namespace OldEstateRenewal.Documents.Pdf;

/// <summary>Draws the rows of a table over as many pages as they take, the headings on each (跨页表格). Lengths are points.</summary>
internal sealed class TableBody(PdfDocument document, TableRows rows, PageFlow flow)
{
    private readonly TableGrid _grid = new(document, rows.Edges);

    public void Draw(IEnumerable<TableLine> lines)
    {
        Begin();
        foreach (var line in lines)
            Draw(line);
        _grid.End();
    }

    private void Begin()
    {
        _grid.Begin(flow.Y);
        rows.Header.Draw(flow.Y);
        flow.Y += rows.Header.Height;
        _grid.AddRow(flow.Y);
    }

    private void Draw(TableLine line)
    {
        var row = rows.Fill(line);
        var isHeading = line.Kind is TableLineKind.Heading;
        Action<double> endRow = isHeading ? _grid.AddSpanningRow : line.Spans is { } spans ? bottom => _grid.AddJoinedRow(bottom, spans) : _grid.AddRow;
        // The name of a group does not stay behind at the foot of a page.
        row.Draw(flow, needed: isHeading ? 2 * row.Height : row.Height, Turn, endRow);
    }

    private void Turn()
    {
        _grid.End();
        flow.Turn();
        Begin();
    }
}
