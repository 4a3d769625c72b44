namespace OldEstateRenewal.Documents.Spreadsheets;

/// <summary>
/// How a spreadsheet looks and behaves (表格样式). Fonts are only named in the file, never embedded: the reader's machine
/// has them or takes another. The defaults are on every Windows.
/// </summary>
public sealed record SpreadsheetStyle
{
    /// <summary>The defaults.</summary>
    public static SpreadsheetStyle Default { get; } = new();

    /// <summary>The font of the title (标题), set bold; 方正小标宋简体 where the bureau has it.</summary>
    public string TitleFont { get; init; } = "宋体";

    /// <summary>The font of marker, headings and totals (黑体).</summary>
    public string HeadingFont { get; init; } = "黑体";

    /// <summary>The font of everything else (仿宋).</summary>
    public string BodyFont { get; init; } = "仿宋";

    /// <summary>Whether the headings carry filter buttons (自动筛选). A table with groups never does.</summary>
    public bool AutoFilter { get; init; }
}
