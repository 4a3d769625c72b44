using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using OldEstateRenewal.Documents.Pdf;
using OldEstateRenewal.Documents.Tables;
using Grid = DocumentFormat.OpenXml.Wordprocessing.TableGrid;
using TableColumn = OldEstateRenewal.Documents.Tables.TableColumn;

namespace OldEstateRenewal.Documents.Word;

/// <summary>Writes the rows of a report one after another (表格): headings repeated on every page, numbers at the right.</summary>
/// <param name="xml">Where they are written; nothing of a row stays in memory.</param>
/// <param name="report">The report.</param>
/// <param name="width">The width of the text area, in twentieths of a point.</param>
internal sealed class WordTable(OpenXmlWriter xml, TableReport report, int width)
{
    // Shares of the size: the digits of the widest common face, and what programs put between these and Chinese characters.
    private const double WidthOfDigit = 0.64;
    private const double WidthOfWide = 1;
    private const double WidthOfChange = 0.25;
    private const double SmallestSize = 5;

    private readonly IReadOnlyList<TableColumn> _columns = report.Columns;
    private readonly int[] _widths = WidthsOf(report.Columns, width);
    private readonly double? _size = Math.Abs(report.Paper.TextSize - WordStyles.TextSize) < 0.01 ? null : report.Paper.TextSize;

    /// <summary>Refuses what no Word file can hold.</summary>
    public static void Check(TableReport report)
    {
        if (report.Columns.Count > WordTableWriter.MaximumColumns)
            throw new ArgumentException($"A table of Word has at most {WordTableWriter.MaximumColumns} columns.", nameof(report));
        _ = new PageGeometry(report.Paper);
    }

    /// <summary>The unit above, the rows, and what stands under them.</summary>
    public static void WriteWithNotes(OpenXmlWriter xml, TableReport report, int width, bool hasFootLine = true)
    {
        if (report.UnitLine is { } unit)
            Add(new(WordStyleNames.TableNote, unit) { Alignment = JustificationValues.Right, KeepsNext = true });
        new WordTable(xml, report, width).Write();
        foreach (var note in report.Notes)
            Add(new(WordStyleNames.TableNote, note));
        Add(hasFootLine ? new(WordStyleNames.TableFoot, report.FootLine) : new(WordStyleNames.Break, ""));

        void Add(WordParagraph paragraph) => xml.WriteElement(paragraph.ToElement());
    }

    private void Write()
    {
        xml.WriteStartElement(new Table());
        xml.WriteElement(new TableProperties(
            new TableStyle { Val = WordStyleNames.Grid },
            new TableWidth { Type = TableWidthUnitValues.Dxa, Width = WordUnits.Text(width) },
            new TableLayout { Type = TableLayoutValues.Fixed }));
        xml.WriteElement(new Grid(_widths.Select(column => new GridColumn { Width = WordUnits.Text(column) })));
        xml.WriteElement(HeadingRow());
        foreach (var line in report.Lines())
            xml.WriteElement(RowOf(line));
        xml.WriteEndElement();
    }

    private static int[] WidthsOf(IReadOnlyList<TableColumn> columns, int width)
    {
        var total = columns.Sum(column => column.Width);
        return [.. columns.Select(column => (int)(width * column.Width / total))];
    }

    private TableRow HeadingRow()
    {
        var row = new TableRow(new TableRowProperties(new CantSplit(), new TableHeader()));
        for (var i = 0; i < _columns.Count; i++)
            row.Append(CellOf(_columns[i].Header, i, 1, WordStyleNames.TableHeading, JustificationValues.Center));
        return row;
    }

    private TableRow RowOf(TableLine line)
    {
        var row = new TableRow(new TableRowProperties(new CantSplit()));
        if (line.Kind is TableLineKind.Heading)
        {
            row.Append(CellOf(line.Cells[0].ToText(), 0, _columns.Count, WordStyleNames.TableHeading, JustificationValues.Center, keepsNext: true));
            return row;
        }
        var style = line.Kind is TableLineKind.Row ? WordStyleNames.TableText : WordStyleNames.TableHeading;
        for (var i = 0; i < _columns.Count; i += line.Spans?[i] ?? 1)
        {
            var (cell, column) = (line.Cells[i], _columns[i]);
            row.Append(CellOf(cell.ToText(column.Format), i, line.Spans?[i] ?? 1, style, WordParagraph.Of(column.AlignmentOf(cell.Kind)), wraps: cell.Kind is CellKind.Text));
        }
        return row;
    }

    private TableCell CellOf(
        string text, int column, int span, string style, JustificationValues alignment, bool wraps = true, bool keepsNext = false)
    {
        var cellWidth = _widths.Skip(column).Take(span).Sum();
        var properties = new TableCellProperties
        {
            TableCellWidth = new() { Type = TableWidthUnitValues.Dxa, Width = WordUnits.Text(cellWidth) },
        };
        if (span > 1)
            properties.GridSpan = new() { Val = span };
        properties.TableCellVerticalAlignment = new() { Val = TableVerticalAlignmentValues.Center };
        return new(properties, new WordParagraph(style, text) { Alignment = alignment, Size = wraps ? _size : SizeOf(text, cellWidth), KeepsNext = keepsNext }.ToElement());
    }

    private static double WidthOf(string text)
    {
        var (width, wasWide) = (0.0, (bool?)null);
        foreach (var rune in text.EnumerateRunes())
        {
            var isWide = HalfWidths.IsWide(rune);
            width += (isWide ? WidthOfWide : WidthOfDigit) + (wasWide is { } was && was != isWide ? WidthOfChange : 0);
            wasWide = isWide;
        }
        return Math.Max(width, WidthOfDigit);
    }

    // A number is never broken in two: as on paper, it is set smaller instead.
    private double? SizeOf(string text, int cellWidth)
    {
        var room = (double)(cellWidth - 2 * WordStyles.CellMargin) / WordUnits.Points(1);
        var fitting = Math.Floor(room / WidthOf(text) * 2) / 2;
        return fitting >= report.Paper.TextSize ? _size : Math.Max(fitting, SmallestSize);
    }
}
