namespace OldEstateRenewal.Documents.Tables;

/// <summary>
/// One value of a table (单元格的值): blank, text, a number or a day. Numbers are exact: <see cref="decimal"/>, never
/// <see cref="double"/>. The default value is <see cref="Blank"/>; so are a null and an empty text.
/// </summary>
public readonly record struct CellValue
{
    private readonly string? _text;
    private readonly decimal _number;

    private CellValue(CellKind kind, string? text, decimal number) => (Kind, _text, _number) = (kind, text, number);

    /// <summary>An empty cell (空白).</summary>
    public static CellValue Blank => default;

    /// <summary>Which of the four kinds this is.</summary>
    public CellKind Kind { get; }

    /// <summary>The number, with its scale. Zero when this is not a number.</summary>
    public decimal Number => Kind is CellKind.Number ? _number : 0m;

    /// <summary>The day. The first day of the calendar when this is not a date.</summary>
    public DateOnly Date => Kind is CellKind.Date ? DateOnly.FromDayNumber((int)_number) : default;

    /// <summary>Text (文本); a null or empty text is <see cref="Blank"/>.</summary>
    public static implicit operator CellValue(string? text)
        => string.IsNullOrEmpty(text) ? Blank : new(CellKind.Text, text, 0m);

    /// <summary>A whole number (整数), such as a count of households; null is <see cref="Blank"/>.</summary>
    public static implicit operator CellValue(long? number)
        => number is { } value ? new(CellKind.Number, null, value) : Blank;

    /// <summary>A decimal number (小数), such as an area in ㎡; null is <see cref="Blank"/>.</summary>
    public static implicit operator CellValue(decimal? number)
        => number is { } value ? new(CellKind.Number, null, value) : Blank;

    /// <summary>A day (日期); null is <see cref="Blank"/>.</summary>
    public static implicit operator CellValue(DateOnly? day)
        => day is { } value ? new(CellKind.Date, null, value.DayNumber) : Blank;

    /// <summary>
    /// The text a reader sees, the same on a page, in the PDF and in the spreadsheet. Text stands as it is; a blank is
    /// the empty string; numbers are rounded half away from zero (四舍五入) to the format's decimals.
    /// </summary>
    /// <param name="format">The column's format; without one, numbers lose trailing zeros and days read 2024-06-15.</param>
    public string ToText(CellFormat format = default) => Kind switch
    {
        CellKind.Text => _text!,
        CellKind.Number => format.TextOf(_number),
        CellKind.Date => format.TextOf(Date),
        _ => string.Empty,
    };

    /// <summary>The same as <see cref="ToText"/> without a format.</summary>
    public override string ToString() => ToText();
}
