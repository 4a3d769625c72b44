using System.Globalization;

namespace OldEstateRenewal.Documents.Spreadsheets.Reading;

/// <summary>What stands in a cell (单元格内容种类).</summary>
public enum SheetCellKind
{
    /// <summary>Nothing.</summary>
    Empty,

    /// <summary>Text, as typed.</summary>
    Text,

    /// <summary>A number, exact.</summary>
    Number,

    /// <summary>A number shown as a date.</summary>
    Date,

    /// <summary>TRUE or FALSE.</summary>
    Logical,

    /// <summary>An error such as #REF!.</summary>
    Error,

    /// <summary>A formula whose result was never saved in the file.</summary>
    UncalculatedFormula,
}

/// <summary>One cell as it was read (单元格). Numbers are decimals of at most 15 digits, as the spreadsheet shows them.</summary>
public readonly record struct SheetCell
{
    private readonly string? text;

    private SheetCell(SheetCellKind kind, string? text, decimal number, DateTime date) =>
        (Kind, this.text, Number, Date) = (kind, text, number, date);

    /// <summary>The kind.</summary>
    public SheetCellKind Kind { get; }

    /// <summary>The number, where it is one; of a date its serial number, so that a year mistaken for a date can be told.</summary>
    public decimal Number { get; }

    /// <summary>The date, where it is one.</summary>
    public DateTime Date { get; }

    /// <summary>Whether a formula made the value.</summary>
    public bool IsCalculated { get; init; }

    /// <summary>Whether nothing stands there, not even a space.</summary>
    public bool IsEmpty => Kind == SheetCellKind.Empty || (Kind == SheetCellKind.Text && string.IsNullOrWhiteSpace(text));

    /// <summary>Nothing.</summary>
    public static SheetCell Empty => default;

    /// <summary>A text.</summary>
    public static SheetCell OfText(string text) => text.Length == 0 ? Empty : new(SheetCellKind.Text, text, 0, default);

    /// <summary>A number.</summary>
    public static SheetCell OfNumber(decimal number) => new(SheetCellKind.Number, null, number, default);

    /// <summary>A date.</summary>
    public static SheetCell OfDate(DateTime date, decimal serial) => new(SheetCellKind.Date, null, serial, date);

    /// <summary>TRUE or FALSE.</summary>
    public static SheetCell OfLogical(bool value) => new(SheetCellKind.Logical, value ? "TRUE" : "FALSE", 0, default);

    /// <summary>An error.</summary>
    public static SheetCell OfError(string error) => new(SheetCellKind.Error, error, 0, default);

    /// <summary>A formula without a result.</summary>
    public static SheetCell OfUncalculated() => new(SheetCellKind.UncalculatedFormula, "", 0, default);

    /// <summary>What a person would read there.</summary>
    public override string ToString() => Kind switch
    {
        SheetCellKind.Number => Number.ToString("0.############################", CultureInfo.InvariantCulture),
        SheetCellKind.Date when Date.TimeOfDay == TimeSpan.Zero => Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        SheetCellKind.Date => Date.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        _ => text ?? "",
    };
}
