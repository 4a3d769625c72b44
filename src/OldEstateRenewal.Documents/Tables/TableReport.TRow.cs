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

    /// <summary>
    /// How many columns the cell of a row takes, by the number of its first column from 0 (合并单元格), such as two for
    /// a joined flat; 1 or less for its own, null where no cell ever takes more. Covered columns are not read.
    /// </summary>
    public Func<TRow, int, int>? SpanOf { get; init; }

    private protected override IEnumerable<TableLine> LinesOfRows()
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
            var spans = SpansOf(row);
            var cells = CellsOf(row, number, spans);
            total.Add(cells);
            subtotal.Add(cells);
            yield return new(TableLineKind.Row, cells) { Spans = spans };
        }
        if (group is not null && subtotal.HasSum)
            yield return subtotal.TakeSubtotal(SubtotalLabel);
        if (number == 0)
            yield return new(TableLineKind.Heading, [EmptyText]);
        if (total.IsWanted)
            yield return total.TakeTotal(TotalLabel);
    }

    private CellValue[] CellsOf(TRow row, int number, int[]? spans)
    {
        var cells = new CellValue[Columns.Count];
        for (var i = 0; i < cells.Length; i += spans?[i] ?? 1)
            cells[i] = Columns[i].CellOf(row, number);
        return cells;
    }

    private int[]? SpansOf(TRow row)
    {
        if (SpanOf is null)
            return null;
        var spans = new int[Columns.Count];
        Array.Fill(spans, 1);
        for (var i = 0; i < spans.Length; i += spans[i])
            spans[i] = Math.Clamp(SpanOf(row, i), 1, spans.Length - i);
        return spans.Any(span => span > 1) ? spans : null;
    }
}
