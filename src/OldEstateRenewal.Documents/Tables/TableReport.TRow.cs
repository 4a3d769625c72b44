namespace OldEstateRenewal.Documents.Tables;

/// <summary>A table made from rows (由数据行生成的表格).</summary>
/// <typeparam name="TRow">What a row of the report is made from.</typeparam>
public sealed class TableReport<TRow> : TableReport
{
    private readonly IEnumerable<TRow> _rows;

    /// <summary>A table of these columns and rows.</summary>
    /// <param name="columns">The columns, at least one.</param>
    /// <param name="rows">The rows in their order. They are read once by each writing, and never held.</param>
    /// <exception cref="ArgumentException">There is no column.</exception>
    public TableReport(IReadOnlyList<TableColumn<TRow>> columns, IEnumerable<TRow> rows)
    {
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentNullException.ThrowIfNull(rows);
        if (columns.Count == 0)
            throw new ArgumentException("A table has at least one column.", nameof(columns));
        (Columns, _rows) = (columns, rows);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<TableColumn<TRow>> Columns { get; }

    /// <summary>
    /// The group a row belongs to (分组), such as its street; null for no groups. Rows of one group stand together in
    /// the given order; each group gets its name above and, where a column is summed, a subtotal below.
    /// </summary>
    public Func<TRow, string>? GroupOf { get; init; }

    /// <inheritdoc/>
    public override IEnumerable<TableLine> Lines()
    {
        var total = new RunningTotal(Columns);
        var subtotal = new RunningTotal(Columns);
        string? group = null;
        var number = 0;
        foreach (var row in _rows)
        {
            if (GroupOf is not null && GroupOf(row) is var next && next != group)
            {
                if (group is not null && subtotal.HasSum)
                    yield return subtotal.TakeSubtotal(SubtotalLabel);
                yield return new(TableLineKind.Heading, [group = next]);
            }
            number++;
            var cells = CellsOf(row, number);
            total.Add(cells);
            subtotal.Add(cells);
            yield return new(TableLineKind.Row, cells);
        }
        if (group is not null && subtotal.HasSum)
            yield return subtotal.TakeSubtotal(SubtotalLabel);
        if (number == 0)
            yield return new(TableLineKind.Heading, [EmptyText]);
        if (total.IsWanted)
            yield return total.TakeTotal(TotalLabel);
    }

    private CellValue[] CellsOf(TRow row, int number)
    {
        var cells = new CellValue[Columns.Count];
        for (var i = 0; i < cells.Length; i++)
            cells[i] = Columns[i].CellOf(row, number);
        return cells;
    }
}
