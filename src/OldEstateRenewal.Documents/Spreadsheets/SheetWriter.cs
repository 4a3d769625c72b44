using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;
using OldEstateRenewal.Documents.Tables;
using CellFormat = OldEstateRenewal.Documents.Tables.CellFormat;
using CellValue = OldEstateRenewal.Documents.Tables.CellValue;
using TableColumn = OldEstateRenewal.Documents.Tables.TableColumn;

namespace OldEstateRenewal.Documents.Spreadsheets;

/// <summary>Writes the one sheet of a report, front to back (工作表).</summary>
internal sealed class SheetWriter(OpenXmlWriter xml, TableReport report, SheetStyles styles, bool wantsFilter)
{
    private readonly IReadOnlyList<TableColumn> _columns = report.Columns;
    private readonly string _lastColumn = ColumnNames.Of(report.Columns.Count - 1);
    private readonly SheetCells _cells = new(xml);
    private readonly RowHeights _heights = new(report);
    private readonly IReadOnlyList<IReadOnlyList<RowFormula>> _formulas = RowFormula.Of(report.Columns);
    private readonly List<string> _merged = [];
    private int _firstRow;
    private int _lastRow;
    private int _groupRow;
    private bool _hasGroups;

    public void Write()
    {
        xml.WriteStartDocument();
        xml.WriteStartElement(new Worksheet());
        SheetLayout.WriteHead(xml, report);
        xml.WriteStartElement(new SheetData());
        WriteOpening();
        WriteHeadings();
        foreach (var line in report.Lines())
            WriteLine(line);
        WriteClosing();
        xml.WriteEndElement();
        SheetLayout.WriteFoot(xml, report.Paper, FilterRange(), _merged);
        xml.WriteEndElement();
    }

    private void WriteOpening()
    {
        if (report.Marker is not null)
            WriteMerged(report.Marker, styles.Marker, TextSizes.Marker);
        WriteMerged(report.Title, styles.Title, TextSizes.Title);
        if (report.Subtitle is not null)
            WriteMerged(report.Subtitle, styles.Subtitle, TextSizes.Subtitle);
        if (report.UnitLine is not null)
            WriteMerged(report.UnitLine, styles.UnitLine, report.Paper.TextSize);
    }

    private void WriteHeadings()
    {
        CellValue[] headers = [.. _columns.Select(column => (CellValue)column.Header)];
        _cells.BeginRow(_heights.Of(headers));
        foreach (var header in headers)
            _cells.Write(header, styles.Heading, CellFormat.General);
        _cells.EndRow();
        _lastRow = _cells.RowNumber;
        _firstRow = _groupRow = _lastRow + 1;
    }

    private void WriteLine(TableLine line)
    {
        if (line.Kind is TableLineKind.Heading)
        {
            WriteMerged(line.Cells[0], styles.Heading, report.Paper.TextSize);
            _groupRow = _cells.RowNumber + 1;
            _hasGroups = true;
            return;
        }
        _cells.BeginRow(_heights.Of(line.Cells));
        for (var i = 0; i < _columns.Count; i++)
        {
            var style = styles.Of(i, line.Cells[i].Kind, isEmphasised: line.Kind is not TableLineKind.Row);
            _cells.Write(line.Cells[i], style, _columns[i].Format, FormulaOf(i, line));
        }
        _cells.EndRow();
        if (line.Spans is { } spans)
            Join(spans);
        if (line.Kind is TableLineKind.Row)
            _lastRow = _cells.RowNumber;
    }

    private void Join(IReadOnlyList<int> spans)
    {
        for (var i = 0; i < spans.Count; i += spans[i])
        {
            if (spans[i] > 1)
                _merged.Add($"{ColumnNames.Of(i)}{_cells.RowNumber}:{ColumnNames.Of(i + spans[i] - 1)}{_cells.RowNumber}");
        }
    }

    private void WriteClosing()
    {
        foreach (var note in report.Notes)
            WriteMerged(note, styles.Note, report.Paper.TextSize);
        WriteMerged(report.FootLine, styles.Note, report.Paper.TextSize);
        foreach (var line in report.Provenance?.LinesWithoutCode ?? [])
            WriteMerged(line, styles.Note, report.Paper.TextSize);
    }

    private void WriteMerged(CellValue text, int style, double size)
    {
        _cells.BeginRow(_heights.OfMerged(text.ToText(), size), isFixed: true);
        for (var i = 0; i < _columns.Count; i++)
            _cells.Write(i == 0 ? text : CellValue.Blank, style, CellFormat.General);
        _cells.EndRow();
        if (_columns.Count > 1)
            _merged.Add($"A{_cells.RowNumber}:{_lastColumn}{_cells.RowNumber}");
    }

    // SUBTOTAL leaves out the subtotals that it passes over; 9 is its word for a sum.
    private string? FormulaOf(int column, TableLine line)
    {
        if (line.Kind is TableLineKind.Row)
            return line.Cells[column].Kind is CellKind.Number ? _formulas[column].Select(formula => formula.In(line.Cells, _cells.RowNumber, _firstRow)).FirstOrDefault(text => text is not null) : null;
        if (!_columns[column].Total.IsSum || _lastRow < _firstRow)
            return null;
        var name = ColumnNames.Of(column);
        var first = line.Kind is TableLineKind.Subtotal ? _groupRow : _firstRow;
        var range = $"{name}{first}:{name}{_cells.RowNumber - 1}";
        return _hasGroups ? $"SUBTOTAL(9,{range})" : $"SUM({range})";
    }

    private string? FilterRange()
        => wantsFilter && !_hasGroups ? $"A{_firstRow - 1}:{_lastColumn}{_lastRow}" : null;
}
