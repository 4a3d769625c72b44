using OldEstateRenewal.Documents.Tables;

namespace OldEstateRenewal.Documents.Spreadsheets;

/// <summary>
/// How high the rows of a sheet have to be (行高), in points. It is reckoned from the number of characters: not every
/// program finds out the height of a row that it reads, and none that of merged cells.
/// </summary>
internal sealed class RowHeights(TableReport report)
{
    private const double LineHeightOfSize = 1.4;
    private const double Padding = 6;
    private const double Greatest = 409;

    // General rounds a number to the column's width without a sign: this holds 99999999.99.
    private const double LeastWidthOfGeneralNumbers = 12;

    private readonly double[] _widths = [.. report.Columns.Select(WidthOf)];

    public double OneLine => HeightOf(1, report.Paper.TextSize);

    /// <summary>The width of a column in half-width characters.</summary>
    public static double WidthOf(TableColumn column)
        => HoldsGeneralNumbers(column) ? Math.Max(column.Width, LeastWidthOfGeneralNumbers) : column.Width;

    /// <summary>The height of a text of some size across all columns.</summary>
    public double OfMerged(string text, double size)
        => HeightOf(LinesOf(text, _widths.Sum() * report.Paper.TextSize / size), size);

    /// <summary>The height of a row of cells.</summary>
    public double Of(IReadOnlyList<CellValue> cells)
    {
        var lines = 1;
        for (var i = 0; i < cells.Count; i++)
        {
            if (cells[i].Kind is CellKind.Text)
                lines = Math.Max(lines, LinesOf(cells[i].ToText(), _widths[i]));
        }
        return HeightOf(lines, report.Paper.TextSize);
    }

    private static bool HoldsGeneralNumbers(TableColumn column)
        => column.Format.IsGeneralNumber && (column.Total.IsSum || column.Format != CellFormat.General);

    private static double HeightOf(int lines, double size) => Math.Min(lines * size * LineHeightOfSize + Padding, Greatest);

    private static int LinesOf(string text, double width)
    {
        var lines = 0;
        foreach (var line in text.AsSpan().EnumerateLines())
            lines += Math.Max((int)Math.Ceiling(HalfWidths.Of(line) / width), 1);
        return lines;
    }
}
