namespace OldEstateRenewal.Documents.Spreadsheets.Reading;

/// <summary>An .xlsx or .xlsm (工作簿), read forward only; macros are neither read nor run.</summary>
internal sealed class WorkbookFile : SpreadsheetFile
{
    private const int MergedBytes = 20_000_000;

    private readonly WorkbookPackage package;
    private readonly WorkbookIndex index;
    private readonly Dictionary<int, IReadOnlyList<MergedArea>> merged = [];
    private IReadOnlyList<string>? shared;
    private DateStyles? styles;

    public WorkbookFile(Stream content, string name, ReadingLimits limits) : base(limits)
    {
        package = new(content, name, limits);
        index = package.Guard(() => WorkbookIndex.Read(package));
        if (index.Sheets.Count == 0) throw new UnreadableFileException($"文件{name}里没有工作表。");
        if (index.Sheets.Count > limits.Sheets) throw new UnreadableFileException($"文件{name}有 {index.Sheets.Count} 个工作表，超过 {limits.Sheets} 个的上限。请只保留要导入的表。");
        if (package.HasMacros) Notice("文件中含有宏；系统不会运行宏，只读取表中的数据。");
    }

    public override SpreadsheetFormat Format => SpreadsheetFormat.Workbook;

    public override IReadOnlyList<SheetInfo> Sheets => index.Sheets;

    public override IEnumerable<SheetRow> Rows(int sheet)
    {
        using var xml = package.Guard(() => package.Read(index.Parts[sheet]));
        var parser = package.Guard(() => new SheetParser(package, xml, Shared(), Styles(), Limits, Notice));
        while (package.Guard(parser.Next) is { } row) yield return row;
    }

    public override IReadOnlyList<MergedArea> MergedAreas(int sheet)
    {
        if (!merged.TryGetValue(sheet, out var areas)) merged[sheet] = areas = package.Guard(() => ReadMerged(sheet));
        return areas;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) package.Dispose();
        base.Dispose(disposing);
    }

    // Merged areas stand behind the rows: the rows are inflated but not understood on the way there.
    private IReadOnlyList<MergedArea> ReadMerged(int sheet)
    {
        using var part = package.Open(index.Parts[sheet]);
        return ByteSearch.Behind(part, "mergeCells"u8, MergedBytes) is { } rest ? MergedRefs.Read(rest, Limits.MergedAreas) : [];
    }

    private IReadOnlyList<string> Shared() => shared ??= index.SharedStrings is { } part && package.Has(part) ? SharedStrings.Read(package, part, Limits, Notice) : [];

    private DateStyles Styles() => styles ??= DateStyles.Read(package, index.Styles, index.From1904);
}
