using System.Globalization;
using System.Text;
using ExcelDataReader;
using ExcelDataReader.Exceptions;

namespace OldEstateRenewal.Documents.Spreadsheets.Reading;

/// <summary>An .xls of Excel 97–2003 or WPS (旧版工作簿), read through ExcelDataReader.</summary>
internal sealed class LegacyWorkbookFile : SpreadsheetFile
{
    private readonly string name;
    private readonly IExcelDataReader reader;
    private readonly List<SheetInfo> sheets = [];
    private readonly Dictionary<(int Sheet, int Row, int Column), string> errors;

    static LegacyWorkbookFile() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public LegacyWorkbookFile(Stream content, string name, ReadingLimits limits) : base(limits)
    {
        this.name = name;
        if (content.Length >= 512 && StartsAsCompound(content)) CompoundFile.RefuseOthers(content, name);
        errors = content.Length >= 512 && StartsAsCompound(content) ? Guard(() => LegacyErrors.Read(content)) : [];
        content.Position = 0;
        reader = Guard(() => ExcelReaderFactory.CreateBinaryReader(content, new ExcelReaderConfiguration { FallbackEncoding = Encoding.GetEncoding("GB18030"), LeaveOpen = true }));
        Guard(() =>
        {
            do sheets.Add(new(reader.Name, reader.VisibleState != "visible"));
            while (sheets.Count <= limits.Sheets && reader.NextResult());
            return 0;
        });
        if (sheets.Count > limits.Sheets) throw new UnreadableFileException($"文件{name}超过 {limits.Sheets} 个工作表的上限。请只保留要导入的表。");
    }

    public override SpreadsheetFormat Format => SpreadsheetFormat.LegacyWorkbook;

    public override IReadOnlyList<SheetInfo> Sheets => sheets;

    public override IEnumerable<SheetRow> Rows(int sheet)
    {
        Guard(() => MoveTo(sheet));
        var given = 0;
        for (var at = 1; Guard(reader.Read); at++)
        {
            var number = at;
            var cells = Guard(() => ReadCells(sheet, number));
            if (Array.TrueForAll(cells, cell => cell.Kind == SheetCellKind.Empty)) continue;
            if (++given > Limits.Rows) throw new UnreadableFileException($"工作表超过 {Limits.Rows} 行，请拆成几个表分别上传。");
            yield return new(number, cells);
        }
    }

    public override IReadOnlyList<MergedArea> MergedAreas(int sheet) => Guard<IReadOnlyList<MergedArea>>(() =>
    {
        MoveTo(sheet);
        return [.. (reader.MergeCells ?? []).Select(area => new MergedArea(area.FromRow + 1, area.FromColumn, area.ToRow + 1, area.ToColumn)).OrderBy(area => area.FirstRow).ThenBy(area => area.FirstColumn)];
    });

    protected override void Dispose(bool disposing)
    {
        if (disposing) reader.Dispose();
        base.Dispose(disposing);
    }

    private static bool StartsAsCompound(Stream content)
    {
        Span<byte> head = stackalloc byte[8];
        content.Position = 0;
        content.ReadExactly(head);
        return head.SequenceEqual(CompoundFile.Signature);
    }

    private bool MoveTo(int sheet)
    {
        reader.Reset();
        for (var at = 0; at < sheet; at++) reader.NextResult();
        return true;
    }

    private SheetCell[] ReadCells(int sheet, int row)
    {
        var columns = Math.Min(reader.FieldCount, Limits.Columns);
        if (reader.FieldCount > columns) Notice($"表格超过 {Limits.Columns} 列，只读取了前 {Limits.Columns} 列。");
        var cells = new SheetCell[columns];
        for (var column = 0; column < columns; column++) cells[column] = errors.TryGetValue((sheet, row, column), out var error) ? SheetCell.OfError(error) : Cell(column);
        return cells;
    }

    private SheetCell Cell(int column) => reader.GetValue(column) switch
    {
        null => SheetCell.Empty,
        string text => SheetCell.OfText(Cut(text)),
        double number => CellNumber.Of(number) is { } exact ? SheetCell.OfNumber(exact) : SheetCell.OfText(number.ToString("R", CultureInfo.InvariantCulture)),
        int number => SheetCell.OfNumber(number),
        bool value => SheetCell.OfLogical(value),
        DateTime date => SheetCell.OfDate(date, Serial(date)),
        var other => SheetCell.OfText(other.ToString() ?? ""),
    };

    private static decimal Serial(DateTime date) => (date - new DateTime(1899, 12, 30)).Ticks / (decimal)TimeSpan.TicksPerDay;

    private string Cut(string text)
    {
        if (text.Length <= Limits.CellText) return text;
        Notice($"有的单元格文字超过 {Limits.CellText} 个字，只读取了前 {Limits.CellText} 个字。");
        return text[..Limits.CellText];
    }

    private T Guard<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (InvalidPasswordException failure)
        {
            throw new UnreadableFileException($"文件{name}加了打开密码，无法读取。请去掉密码（另存时清空密码）后再上传。", failure);
        }
        catch (Exception failure) when (failure is not UnreadableFileException and not OutOfMemoryException)
        {
            throw new UnreadableFileException($"文件{name}已损坏或不完整，无法读取。请用 Excel 或 WPS 打开后另存为 .xlsx 再上传。", failure);
        }
    }
}
