namespace OldEstateRenewal.Documents.Spreadsheets.Reading;

/// <summary>One row that has something in it (一行). Rows without anything are not given at all.</summary>
/// <param name="Number">Its number as the spreadsheet shows it, from 1 on.</param>
/// <param name="Cells">Its cells from column A on; the last ones may be missing.</param>
public sealed record SheetRow(int Number, IReadOnlyList<SheetCell> Cells)
{
    /// <summary>The cell of a column counted from 0; empty where there is none.</summary>
    public SheetCell this[int column] => column < Cells.Count ? Cells[column] : SheetCell.Empty;
}

/// <summary>A sheet of the workbook (工作表).</summary>
/// <param name="Name">Its name.</param>
/// <param name="IsHidden">Whether the spreadsheet hides it.</param>
public sealed record SheetInfo(string Name, bool IsHidden);

/// <summary>Cells that were merged into one (合并单元格); rows from 1, columns from 0.</summary>
/// <param name="FirstRow">The topmost row.</param>
/// <param name="FirstColumn">The leftmost column; here and in the topmost row the value stands.</param>
/// <param name="LastRow">The bottom row.</param>
/// <param name="LastColumn">The rightmost column.</param>
public readonly record struct MergedArea(int FirstRow, int FirstColumn, int LastRow, int LastColumn)
{
    /// <summary>Whether a cell belongs to it.</summary>
    public bool Contains(int row, int column) => row >= FirstRow && row <= LastRow && column >= FirstColumn && column <= LastColumn;
}
