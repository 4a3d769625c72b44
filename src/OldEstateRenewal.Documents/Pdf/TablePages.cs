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
    private readonly PageFlow _flow;

    public TablePages(PdfDocument document, TableReport report, PdfFonts fonts, PageGeometry page, int? totalPages)
        : this(document, report, fonts, new PageFlow(document, page, new(document, page, report, fonts.Body, totalPages)))
    {
    }

    /// <summary>A table that goes on where a paper has come to.</summary>
    public TablePages(PdfDocument document, TableReport report, PdfFonts fonts, PageFlow flow)
        => (_document, _report, _fonts, _flow) = (document, report, fonts, flow);

    /// <summary>The number of the page being drawn, and at the end of all pages.</summary>
    public int PageNumber => _flow.Number;

    public void Draw()
    {
        DrawOpening();
        DrawBody(new(_document, _flow.Page, _fonts, _report));
        DrawProvenance();
        _flow.Finish(isLast: true);
    }

    /// <summary>The rows and what stands under them.</summary>
    public void DrawBody(TableRows rows)
    {
        new TableBody(_document, rows, _flow).Draw(_report.Lines());
        DrawNotes();
    }

    private void DrawOpening()
    {
        if (_report.Marker is not null)
        {
            DrawText(_report.Marker, new(_fonts.Marker, TextSizes.Marker), Pango.Alignment.Left);
            _flow.Y += TextSizes.Marker;
        }
        DrawText(_report.Title, new(_fonts.Title, TextSizes.Title), Pango.Alignment.Center);
        if (_report.Subtitle is not null)
            DrawText(_report.Subtitle, new(_fonts.Body, TextSizes.Subtitle), Pango.Alignment.Center);
        _flow.Y += TextSizes.Title / 2;
        if (_report.UnitLine is not null)
            DrawText(_report.UnitLine, new(_fonts.Body, _report.Paper.TextSize), Pango.Alignment.Right);
    }

    private void DrawText(string text, TextStyle style, Pango.Alignment alignment)
    {
        var box = _document.AddText(style, _flow.Page.Left, _flow.Page.TextWidth);
        box.Fill(text, alignment);
        box.Draw(_flow.Y);
        _flow.Y += box.Height;
    }

    private void DrawProvenance()
    {
        if (_report.Provenance is not { } provenance)
            return;
        var box = new ProvenanceBox(_document, provenance, _fonts.Body, _flow.Page.Left, _flow.Page.Right);
        if (!_flow.HasRoom(box.Height))
            _flow.Turn();
        box.Draw(_flow.Y);
        _flow.Y += box.Height;
    }

    private void DrawNotes()
    {
        if (_report.Notes.Count == 0)
            return;
        var box = _document.AddText(new(_fonts.Body, _report.Paper.TextSize), _flow.Page.Left, _flow.Page.TextWidth);
        var row = new TextRow([box], NotePadding);
        _flow.Y += GapBeforeNotes;
        foreach (var note in _report.Notes)
        {
            box.Fill(note, Pango.Alignment.Left);
            row.Draw(_flow, row.Height, _flow.Turn, endRow: null);
        }
    }
}
