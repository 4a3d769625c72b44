namespace OldEstateRenewal.Documents.Tables;

/// <summary>What a <see cref="CellValue"/> holds (单元格内容的种类).</summary>
public enum CellKind
{
    /// <summary>Nothing (空白).</summary>
    Blank,

    /// <summary>Text, never read as a formula (文本).</summary>
    Text,

    /// <summary>A whole or decimal number (数值).</summary>
    Number,

    /// <summary>A day in the county's calendar (日期).</summary>
    Date,
}
