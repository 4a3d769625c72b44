namespace OldEstateRenewal.Documents.Tables;

/// <summary>
/// One column of a report (列): heading, width, alignment, format and total stand together and serve the page, the
/// spreadsheet and the PDF alike.
/// </summary>
public abstract class TableColumn
{
    private protected TableColumn(string header, double width)
    {
        ArgumentNullException.ThrowIfNull(header);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(width);
        (Header, Width) = (header, width);
    }

    /// <summary>The heading (列标题); a line break starts a new line of it.</summary>
    public string Header { get; }

    /// <summary>
    /// The width in half-width characters (半角字符数, a Chinese character takes two), as a spreadsheet counts it. A PDF
    /// spreads the paper's width over the columns in proportion.
    /// </summary>
    public double Width { get; }

    /// <summary>Where the cells' text stands; by default numbers at the right, days centred, text at the left.</summary>
    public ColumnAlignment Alignment { get; init; }

    /// <summary>How numbers and days are written.</summary>
    public CellFormat Format { get; init; }

    /// <summary>What stands in the total row.</summary>
    public ColumnTotal Total { get; init; }

    /// <summary>
    /// How a spreadsheet works the number out from other cells of its row (公式), these by their heading in brackets, such as
    /// <c>ROUND([数量]*[单价],2)</c>. It stands beside the value where the cell is a number and none of the cells named is blank; a
    /// page and a PDF show the value alone. <c>[数量?]</c> may be blank and then counts as nothing; <c>[数量:]</c> is the range from the
    /// first row of a table without groups to this one. Null for none. A heading that is no column's is an error when the sheet is written.
    /// </summary>
    public string? Formula { get; init; }

    /// <summary>The formula of the rows in which a cell that <see cref="Formula"/> names is blank (另一公式); null for none.</summary>
    public string? FormulaOtherwise { get; init; }

    /// <summary>The serial number (序号) of a row, counted from 1 through the whole table; it carries the label 合计.</summary>
    /// <param name="header">The heading.</param>
    /// <param name="width">The width in half-width characters.</param>
    public static TableColumn<TRow> Serial<TRow>(string header = "序号", double width = 6)
        => new(header, width, (_, number) => number)
        {
            Alignment = ColumnAlignment.Center,
            Format = CellFormat.Whole,
            Total = ColumnTotal.Label,
        };

    /// <summary>The alignment of one cell, with <see cref="ColumnAlignment.ByContent"/> decided.</summary>
    /// <param name="kind">What the cell holds.</param>
    /// <returns><see cref="ColumnAlignment.Left"/>, <see cref="ColumnAlignment.Center"/> or <see cref="ColumnAlignment.Right"/>.</returns>
    public ColumnAlignment AlignmentOf(CellKind kind) => (Alignment, kind) switch
    {
        (not ColumnAlignment.ByContent, _) => Alignment,
        (_, CellKind.Number) => ColumnAlignment.Right,
        (_, CellKind.Date) => ColumnAlignment.Center,
        _ => ColumnAlignment.Left,
    };
}
