using OldEstateRenewal.Documents.Spreadsheets.Reading;
using OldEstateRenewal.Domain.Consent;
using OldEstateRenewal.Domain.Registry;

namespace OldEstateRenewal.Web.Features.Imports.Reading;

/// <summary>One row while it is being read: its texts by field, filled down, and what is wrong with them.</summary>
internal sealed class RowDraft
{
    private const int ShownText = 30;

    private readonly RowCells cells;
    private readonly TableColumns table;
    private readonly CarriedDown carried;
    private readonly Dictionary<ImportField, string> texts = [];
    private readonly List<RowProblem> problems = [];

    public RowDraft(RowCells cells, TableColumns table, CarriedDown carried, RowSort sort)
    {
        (this.cells, this.table, this.carried, Sort) = (cells, table, carried, sort);
        foreach (var column in table.Known) Take(column);
        if (IsData) TakeHeadings();
    }

    public RowSort Sort { get; }

    public bool IsData => Sort.Kind == RowKind.Data;

    public int Number => cells.Number;

    public ImportKind Kind => table.Sheet.Kind;

    public IReadOnlyDictionary<ImportField, string> Raw => texts;

    public IReadOnlyList<RowProblem> Problems => problems;

    /// <summary>What stands there, cleaned and filled down; null for nothing.</summary>
    public string? Text(ImportField field) => texts.GetValueOrDefault(field);

    /// <summary>The cell as it is, for dates and numbers.</summary>
    public SheetCell Cell(ImportField field) => table[field] is { } column ? cells.Filled(column.Index) : SheetCell.Empty;

    public ColumnReading? Column(ImportField field) => table[field];

    /// <summary>Tells a problem of a field: what stands there, and <paramref name="expected"/>.</summary>
    public void Tell(ImportField field, Severity severity, string expected)
    {
        var index = table[field]?.Index ?? 0;
        var written = Text(field) is { } text ? $"写的是“{(text.Length > ShownText ? text[..ShownText] + "…" : text)}”，" : "";
        Add(index, field, severity, written + expected);
    }

    public void TellMissing(ImportField field) => Add(table[field]?.Index ?? 0, field, Severity.Error, $"没有填{ImportFields.Label(field)}。");

    private void Add(int index, ImportField? field, Severity severity, string words)
    {
        var cell = $"{ColumnLetters.Of(index)}{cells.Number}";
        problems.Add(new(cells.Number, index, cell, field, IsData ? severity : Severity.Warning, $"{cell} {words}"));
    }

    private void Take(ColumnReading column)
    {
        var field = column.Field!.Value;
        var own = cells[column.Index];
        if (own.Kind == SheetCellKind.Error || (own.Kind == SheetCellKind.Text && IsErrorText(own.ToString())))
        {
            Add(column.Index, field, Severity.Error, $"是错误值 {own.ToString().Trim()}，请在原表中改正公式，或直接填写正确内容。");
            return;
        }

        if (own.Kind == SheetCellKind.UncalculatedFormula)
        {
            Add(column.Index, field, Severity.Error, "是公式，但文件里没有保存它的计算结果。请在 Excel 中打开、保存后再上传，或直接填写结果。");
            return;
        }

        if (IsMergedFigure(column, field)) return;
        if (Resolve(column, field, own) is not { Length: > 0 } text) return;
        texts[field] = text;
        if (IsData) carried.Keep(field, text);
    }

    private static bool IsErrorText(string text) => text.Trim() is "#REF!" or "#N/A" or "#VALUE!" or "#DIV/0!" or "#NAME?" or "#NULL!" or "#NUM!" or "#####" or "########";

    // One figure merged over several rows is the sum of them all: it cannot be divided, and must not be copied.
    private bool IsMergedFigure(ColumnReading column, ImportField field)
    {
        if (!IsData || !TableColumns.IsFigure(field) || cells.IsCorrected(column.Index) || cells.Merged(column.Index) is not { } area || cells.Filled(column.Index) is not { IsEmpty: false } cell) return false;
        Add(column.Index, field, Severity.Error, $"与第 {area.FirstRow} 至 {area.LastRow} 行合并为一格，写的是“{cell}”，是这几行的合计，无法分到各行。请分别填写每行的{ImportFields.Label(field)}。");
        return true;
    }

    private string? Resolve(ColumnReading column, ImportField field, SheetCell own)
    {
        if (own.IsEmpty) return IsData ? FromAbove(column, field) : null;
        var text = WrittenText.Clean(own.ToString());
        if (WrittenText.IsDitto(text)) return Ditto(column, field);
        if (WrittenText.IsNothing(text)) return null;
        if (IsData && table.Grouping.Contains(column) && carried.IsNew(field, text)) carried.BeginGroup(column);
        return text;
    }

    private string? Ditto(ColumnReading column, ImportField field)
    {
        if (!TableColumns.IsFigure(field)) return carried.Above(field);
        Add(column.Index, field, Severity.Error, $"写的是“同上”，数字不能照抄上一行，请填写{ImportFields.Label(field)}。");
        return null;
    }

    private string? FromAbove(ColumnReading column, ImportField field)
    {
        if (cells.IsCorrected(column.Index)) return null;
        if (!TableColumns.IsFigure(field) && cells.Filled(column.Index) is { IsEmpty: false } merged) return WrittenText.Clean(merged.ToString());
        return table.Grouping.Contains(column) && (field != ImportField.Storey || NeedsStorey()) && !(field is ImportField.Entrance or ImportField.Storey && StandsAtNoEntrance()) ? carried.Above(field) : null;
    }

    // A shop or a parking space has the entrance of the row above only if it says so.
    private bool StandsAtNoEntrance() =>
        OwnText(ImportField.Kind) is { } kind ? WordReading.IsAtNoEntrance(WrittenText.IsDitto(kind) ? carried.Above(ImportField.Kind) ?? "" : kind)
        : (OwnText(ImportField.Room) ?? OwnText(ImportField.FullRoomNumber)) is { } room && RoomNumber.Read(room, isBuildingKnown: true)?.Kind is UnitKind.Shop or UnitKind.Parking;

    private string? OwnText(ImportField field) => table[field] is { } column && WrittenText.Clean(cells[column.Index].ToString()) is { Length: > 0 } text && !WrittenText.IsNothing(text) ? text : null;

    // Room 02 is nowhere without its storey; 302 and 车位12 are.
    private bool NeedsStorey() => table[ImportField.Room] is { } room && WrittenText.Plain(cells[room.Index].ToString()) is { Length: 1 or 2 } number && number.All(char.IsAsciiDigit);

    private void TakeHeadings()
    {
        foreach (var field in ImportFields.Of(Kind))
        {
            if (table[field] is null && carried.Heading(field) is { } text) texts[field] = text;
        }
    }
}
