namespace OldEstateRenewal.Documents.Tables;

/// <summary>What a column shows in the total row (合计行). The default value is <see cref="None"/>.</summary>
public readonly record struct ColumnTotal
{
    private ColumnTotal(bool isSum, bool isLabel, CellValue value) => (IsSum, IsLabel, Value) = (isSum, isLabel, value);

    /// <summary>Nothing.</summary>
    public static ColumnTotal None => default;

    /// <summary>The sum of the column's numbers as printed (求和); a real formula in a spreadsheet.</summary>
    public static ColumnTotal Sum { get; } = new(true, false, default);

    /// <summary>The label of the row, such as 合计.</summary>
    public static ColumnTotal Label { get; } = new(false, true, default);

    internal bool IsSum { get; }

    internal bool IsLabel { get; }

    internal CellValue Value { get; }

    /// <summary>
    /// A value the caller knows, such as the rate of the whole (总完成率), which is no sum. It stands in the total row
    /// only: a subtotal (小计) leaves the column blank.
    /// </summary>
    public static ColumnTotal Of(CellValue value) => new(false, false, value);
}
