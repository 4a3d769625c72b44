namespace OldEstateRenewal.Documents.Tables;

/// <summary>A column that knows how to take its value from a row (带取值方法的列).</summary>
/// <typeparam name="TRow">What a row of the report is made from.</typeparam>
public sealed class TableColumn<TRow> : TableColumn
{
    private readonly Func<TRow, int, CellValue> _value;

    /// <summary>A column whose value comes from the row.</summary>
    /// <param name="header">The heading; a line break starts a new line of it.</param>
    /// <param name="width">The width in half-width characters, above zero.</param>
    /// <param name="value">Takes the value; called once for each row in each writing.</param>
    /// <exception cref="ArgumentOutOfRangeException">The width is not above zero.</exception>
    public TableColumn(string header, double width, Func<TRow, CellValue> value)
        : base(header, width)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = (row, _) => value(row);
    }

    /// <summary>A column whose value also depends on the row's number, counted from 1 through the whole table.</summary>
    /// <param name="header">The heading; a line break starts a new line of it.</param>
    /// <param name="width">The width in half-width characters, above zero.</param>
    /// <param name="value">Takes the value; called once for each row in each writing.</param>
    /// <exception cref="ArgumentOutOfRangeException">The width is not above zero.</exception>
    public TableColumn(string header, double width, Func<TRow, int, CellValue> value)
        : base(header, width)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>The cell of one row, rounded to the column's format.</summary>
    internal CellValue CellOf(TRow row, int number) => Format.Round(_value(row, number));
}
