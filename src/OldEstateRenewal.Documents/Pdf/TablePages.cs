using OldEstateRenewal.Documents.Pdf.Native;
using OldEstateRenewal.Documents.Tables;

namespace OldEstateRenewal.Documents.Pdf;

/// <summary>Lays a report out over pages and draws it (排版). Lengths are points.</summary>
internal sealed class TablePages
{
    private const double GapBeforeNotes = 4;
    private const double NotePadding = 1.5;

    private readonly PdfDocument _document;
    private readonly TableReport _report;
    private readonly PdfFonts _fonts;
    private readonly PageGeometry _page;
    private readonly TableRows _rows;
    private readonly TableGrid _grid;
    private readonly PageFoot _foot;
    private double _y;
    private bool _inTable;

    public TablePages(PdfDocument document, TableReport report, PdfFonts fonts, PageGeometry page, int? totalPages)
    {
        (_document, _report, _fonts, _page) = (document, report, fonts, page);
        _rows = new(document, page, fonts, report);
        _grid = new(document, _rows.Edges);
        _foot = new(document, page, fonts, report, totalPages);
        _y = page.Top;
    }

    /// <summary>The number of the page being drawn, and at the end of all pages.</summary>
    public int PageNumber { get; private set; } = 1;

    public void Draw()
    {
        DrawOpening();
        BeginTable();
        foreach (var line in _report.Lines())
            DrawLine(line);
        _grid.End();
        _inTable = false;
        DrawNotes();
        FinishPage(isLast: true);
    }

    private void DrawOpening()
    {
        if (_report.Marker is not null)
        {
            DrawText(_report.Marker, new(_fonts.Marker, TextSizes.Marker), Pango.Alignment.Left);
            _y += TextSizes.Marker;
        }
        DrawText(_report.Title, new(_fonts.Title, TextSizes.Title), Pango.Alignment.Center);
        if (_report.Subtitle is not null)
            DrawText(_report.Subtitle, new(_fonts.Body, TextSizes.Subtitle), Pango.Alignment.Center);
        _y += TextSizes.Title / 2;
        if (_report.UnitLine is not null)
            DrawText(_report.UnitLine, new(_fonts.Body, _report.Paper.TextSize), Pango.Alignment.Right);
    }

    private void DrawText(string text, TextStyle style, Pango.Alignment alignment)
    {
        var box = _document.AddText(style, _page.Left, _page.TextWidth);
        box.Fill(text, alignment);
        box.Draw(_y);
        _y += box.Height;
    }

    private void BeginTable()
    {
        _inTable = true;
        _grid.Begin(_y);
        _rows.Header.Draw(_y);
        _y += _rows.Header.Height;
        _grid.AddRow(_y);
    }

    private void DrawLine(TableLine line)
    {
        var row = _rows.Fill(line);
        var isHeading = line.Kind is TableLineKind.Heading;
        // The name of a group does not stay behind at the foot of a page.
        Action<double> endRow = isHeading ? _grid.AddSpanningRow : line.Spans is { } spans ? bottom => _grid.AddJoinedRow(bottom, spans) : _grid.AddRow;
        DrawRow(row, needed: isHeading ? 2 * row.Height : row.Height, endRow);
    }

    private void DrawNotes()
    {
        if (_report.Notes.Count == 0)
            return;
        var box = _document.AddText(new(_fonts.Body, _report.Paper.TextSize), _page.Left, _page.TextWidth);
        var row = new TextRow([box], NotePadding);
        _y += GapBeforeNotes;
        foreach (var note in _report.Notes)
        {
            box.Fill(note, Pango.Alignment.Left);
            DrawRow(row, row.Height, endRow: null);
        }
    }

    private void DrawRow(TextRow row, double needed, Action<double>? endRow)
    {
        if (_y + needed > _page.Bottom)
            TurnPage();
        if (_y + row.Height > _page.Bottom)
        {
            DrawTallRow(row, endRow);
            return;
        }
        row.Draw(_y);
        _y += row.Height;
        endRow?.Invoke(_y);
    }

    // A row taller than a page goes on over as many pages as it takes, line by line.
    private void DrawTallRow(TextRow row, Action<double>? endRow)
    {
        for (var first = 0; first < row.LineCount;)
        {
            if (first > 0)
                TurnPage();
            var count = Math.Min(row.LinesWithin(_page.Bottom - _y), row.LineCount - first);
            row.DrawLines(_y, first, count);
            _y += row.HeightOf(count);
            endRow?.Invoke(_y);
            first += count;
        }
    }

    private void TurnPage()
    {
        if (_inTable)
            _grid.End();
        FinishPage(isLast: false);
        PageNumber++;
        _y = _page.Top;
        if (_inTable)
            BeginTable();
    }

    private void FinishPage(bool isLast)
    {
        _foot.Draw(PageNumber, isLast);
        _document.FinishPage();
    }
}
