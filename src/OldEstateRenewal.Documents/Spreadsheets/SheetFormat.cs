using OldEstateRenewal.Documents.Tables;

namespace OldEstateRenewal.Documents.Spreadsheets;

/// <summary>Which of the sheet's fonts; the order is that of the file.</summary>
internal enum SheetFont
{
    Body,
    Heading,
    Title,
    Marker,
    Subtitle,
}

/// <summary>One way a cell can look (单元格样式): a spreadsheet lists each once and cells name it by number.</summary>
internal readonly record struct SheetFormat(SheetFont Font, ColumnAlignment Alignment, bool HasBorder, string Code = CellFormat.GeneralCode)
{
    /// <summary>What is typed stays text: a leading = starts no formula, even when the cell is edited.</summary>
    public const string Text = "@";
}
