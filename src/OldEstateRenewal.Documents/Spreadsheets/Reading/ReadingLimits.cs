namespace OldEstateRenewal.Documents.Spreadsheets.Reading;

/// <summary>How much a spreadsheet may hold before it is refused (读取上限). A file is never trusted about its own size.</summary>
public sealed record ReadingLimits
{
    /// <summary>What the portal takes unless told otherwise.</summary>
    public static ReadingLimits Standard { get; } = new();

    /// <summary>Bytes of the file itself.</summary>
    public long FileBytes { get; init; } = 50_000_000;

    /// <summary>Bytes of all parts together once inflated, counted while inflating.</summary>
    public long InflatedBytes { get; init; } = 500_000_000;

    /// <summary>Bytes of one part once inflated.</summary>
    public long PartBytes { get; init; } = 300_000_000;

    /// <summary>How many times larger than packed a part may become; looked at beyond the first ten million bytes.</summary>
    public int Ratio { get; init; } = 100;

    /// <summary>Bytes of a part without the end of a tag: longer than any cell text, shorter than what an endless attribute would take.</summary>
    public int Unbroken { get; init; } = 1_000_000;

    /// <summary>Entries of the package.</summary>
    public int Parts { get; init; } = 5_000;

    /// <summary>Sheets of the workbook.</summary>
    public int Sheets { get; init; } = 100;

    /// <summary>Rows with something in them, of one sheet.</summary>
    public int Rows { get; init; } = 200_000;

    /// <summary>Rows in succession that are stored but empty; behind them no more is looked for, and a notice says so.</summary>
    public int EmptyRows { get; init; } = 50_000;

    /// <summary>Columns that are read; what stands to the right of them is left out with a notice.</summary>
    public int Columns { get; init; } = 200;

    /// <summary>Characters of one cell; what comes behind is cut off with a notice.</summary>
    public int CellText { get; init; } = 4_000;

    /// <summary>Characters of all shared strings together.</summary>
    public long SharedText { get; init; } = 40_000_000;

    /// <summary>Merged areas of one sheet.</summary>
    public int MergedAreas { get; init; } = 200_000;
}
