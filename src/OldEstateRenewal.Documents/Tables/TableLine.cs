namespace OldEstateRenewal.Documents.Tables;

/// <summary>What a line of a laid-out table is (表格行的种类).</summary>
public enum TableLineKind
{
    /// <summary>A row of data (数据行).</summary>
    Row,

    /// <summary>One text across all columns (通栏行): the name of a group, or the words for an empty table.</summary>
    Heading,

    /// <summary>The sums of a group (小计).</summary>
    Subtotal,

    /// <summary>The sums of the table (合计).</summary>
    Total,
}

/// <summary>
/// One line below the headings (表格的一行), ready to be shown: <see cref="CellValue.ToText"/> with the column's format
/// gives the text of a cell.
/// </summary>
/// <param name="Kind">What the line is.</param>
/// <param name="Cells">One value a column; a <see cref="TableLineKind.Heading"/> has its text in the first, and no others.</param>
public sealed record TableLine(TableLineKind Kind, IReadOnlyList<CellValue> Cells)
{
    /// <summary>
    /// How many columns the cell of each column takes (合并的列数), where some take more than one; the columns that it
    /// covers are blank and take one. Null where each cell takes its own column.
    /// </summary>
    public IReadOnlyList<int>? Spans { get; init; }
}
