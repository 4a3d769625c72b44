namespace OldEstateRenewal.Documents.Spreadsheets.Reading;

/// <summary>What a spreadsheet file is, by its content (文件格式).</summary>
public enum SpreadsheetFormat
{
    /// <summary>.xlsx.</summary>
    Workbook,

    /// <summary>.xls of Excel 97–2003 and WPS.</summary>
    LegacyWorkbook,

    /// <summary>.csv, or text with tabs or semicolons.</summary>
    DelimitedText,
}

/// <summary>
/// A spreadsheet opened for reading (表格文件). Rows stream: a sheet is never in memory as a whole, and may be read again and again.
/// Formulas and macros are never run. One reading at a time.
/// </summary>
public abstract class SpreadsheetFile : IDisposable
{
    private readonly HashSet<string> noticed = [];

    private protected SpreadsheetFile(ReadingLimits limits) => Limits = limits;

    /// <summary>What it is.</summary>
    public abstract SpreadsheetFormat Format { get; }

    /// <summary>Its sheets, in the order of their tabs.</summary>
    public abstract IReadOnlyList<SheetInfo> Sheets { get; }

    /// <summary>What had to be left out so far (columns, text, macros), in sentences for the clerk.</summary>
    public IReadOnlyCollection<string> Notices => noticed;

    private protected ReadingLimits Limits { get; }

    /// <summary>Opens a file by its content, whatever its name says.</summary>
    /// <param name="content">The file; it must be able to seek, and stays open for the caller to close.</param>
    /// <param name="fileName">Its name, for the messages.</param>
    /// <param name="limits">The limits.</param>
    /// <exception cref="UnreadableFileException">It is no spreadsheet, hostile, encrypted or damaged.</exception>
    public static SpreadsheetFile Open(Stream content, string fileName, ReadingLimits? limits = null) =>
        SpreadsheetOpener.Open(content, fileName, limits ?? ReadingLimits.Standard);

    /// <summary>The rows of a sheet that have something in them.</summary>
    /// <exception cref="UnreadableFileException">While reading, it turns out to be damaged or too large.</exception>
    public abstract IEnumerable<SheetRow> Rows(int sheet);

    /// <summary>The merged areas of a sheet, from top to bottom.</summary>
    /// <exception cref="UnreadableFileException">It turns out to be damaged.</exception>
    public abstract IReadOnlyList<MergedArea> MergedAreas(int sheet);

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    private protected void Notice(string sentence) => noticed.Add(sentence);

    /// <summary>Lets go of what the reading holds.</summary>
    protected virtual void Dispose(bool disposing)
    {
    }
}
