namespace OldEstateRenewal.Documents.Tables;

/// <summary>Adds up the numbers of the columns that want a sum (累计).</summary>
internal sealed class RunningTotal(IReadOnlyList<TableColumn> columns)
{
    private readonly decimal[] _sums = new decimal[columns.Count];

    /// <summary>Whether any column is summed: a subtotal has nothing else to say.</summary>
    public bool HasSum { get; } = columns.Any(column => column.Total.IsSum);

    /// <summary>Whether the total row has anything to say beyond its label.</summary>
    public bool IsWanted => HasSum || columns.Any(column => column.Total.Value.Kind is not CellKind.Blank);

    public void Add(CellValue[] cells)
    {
        for (var i = 0; i < cells.Length; i++)
        {
            if (columns[i].Total.IsSum)
                _sums[i] += cells[i].Number;
        }
    }

    /// <summary>The sums so far, after which counting starts anew.</summary>
    public TableLine TakeSubtotal(string label) => Take(TableLineKind.Subtotal, label);

    public TableLine TakeTotal(string label) => Take(TableLineKind.Total, label);

    private TableLine Take(TableLineKind kind, string label)
    {
        var cells = new CellValue[_sums.Length];
        for (var i = 0; i < cells.Length; i++)
            cells[i] = CellOf(i, kind, label);
        Array.Clear(_sums);
        return new(kind, cells);
    }

    private CellValue CellOf(int i, TableLineKind kind, string label) => columns[i].Total switch
    {
        { IsSum: true } => _sums[i],
        { IsLabel: true } => label,
        { Value: var value } when kind is TableLineKind.Total => columns[i].Format.Round(value),
        _ => CellValue.Blank,
    };
}
