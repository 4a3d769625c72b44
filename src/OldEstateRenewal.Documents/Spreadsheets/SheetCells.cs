using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;
using OldEstateRenewal.Documents.Tables;
using CellFormat = OldEstateRenewal.Documents.Tables.CellFormat;
using CellValue = OldEstateRenewal.Documents.Tables.CellValue;

namespace OldEstateRenewal.Documents.Spreadsheets;

/// <summary>
/// Writes rows and cells one after another (逐格写入). Nothing of a row stays in memory: the SDK's classes only lend
/// their names to the elements.
/// </summary>
internal sealed class SheetCells(OpenXmlWriter xml)
{
    private const decimal LargestExact = 999_999_999_999_999m;

    private static readonly Row RowElement = new();
    private static readonly Cell CellElement = new();
    private static readonly InlineString InlineStringElement = new();
    private static readonly Text TextElement = new();
    private static readonly CellFormula FormulaElement = new();
    private static readonly DocumentFormat.OpenXml.Spreadsheet.CellValue ValueElement = new();
    private static readonly OpenXmlAttribute[] KeepSpaces = [new("xml", "space", "http://www.w3.org/XML/1998/namespace", "preserve")];
    private static readonly OpenXmlAttribute FixedHeight = new("customHeight", "", "1");
    private static readonly OpenXmlAttribute TypeText = new("t", "", "inlineStr");
    private static readonly int SpreadsheetEpoch = new DateOnly(1899, 12, 30).DayNumber;
    private static readonly DateOnly FirstDay = new(1900, 3, 1);

    private readonly List<OpenXmlAttribute> _attributes = [];
    private string _row = "";
    private int _column;

    /// <summary>The number of the row being written, from 1.</summary>
    public int RowNumber { get; private set; }

    /// <summary>Begins a row.</summary>
    /// <param name="height">In points.</param>
    /// <param name="isFixed">Whether a program must keep this height, as of merged cells; others grow when they are edited.</param>
    public void BeginRow(double height, bool isFixed = false)
    {
        RowNumber++;
        _row = RowNumber.ToString(CultureInfo.InvariantCulture);
        _column = 0;
        _attributes.Clear();
        _attributes.Add(new("r", "", _row));
        _attributes.Add(new("ht", "", height.ToString("0.##", CultureInfo.InvariantCulture)));
        if (isFixed)
            _attributes.Add(FixedHeight);
        xml.WriteStartElement(RowElement, _attributes);
    }

    public void EndRow() => xml.WriteEndElement();

    /// <summary>The next cell of the row; its text, where it has to be text, is written with the column's format.</summary>
    public void Write(CellValue value, int style, CellFormat format, string? formula = null)
    {
        var isText = IsText(value);
        _attributes.Clear();
        _attributes.Add(new("r", "", ColumnNames.Of(_column++) + _row));
        _attributes.Add(new("s", "", style.ToString(CultureInfo.InvariantCulture)));
        if (isText)
            _attributes.Add(TypeText);
        xml.WriteStartElement(CellElement, _attributes);
        if (formula is not null)
            WriteElement(FormulaElement, formula);
        if (isText)
            WriteText(SheetText.Of(value.ToText(format)));
        else if (value.Kind is not CellKind.Blank)
            WriteElement(ValueElement, NumberOf(value));
        xml.WriteEndElement();
    }

    // Spreadsheets keep 15 digits of a number, and know no day before March 1900 that all programs agree on.
    private static bool IsText(CellValue value) => value.Kind switch
    {
        CellKind.Text => true,
        CellKind.Number => Math.Abs(value.Number) > LargestExact,
        CellKind.Date => value.Date < FirstDay,
        _ => false,
    };

    private static string NumberOf(CellValue value) => value.Kind is CellKind.Date
        ? (value.Date.DayNumber - SpreadsheetEpoch).ToString(CultureInfo.InvariantCulture)
        : value.Number.ToString(CultureInfo.InvariantCulture);

    private void WriteText(string text)
    {
        xml.WriteStartElement(InlineStringElement);
        if (char.IsWhiteSpace(text[0]) || char.IsWhiteSpace(text[^1]))
            xml.WriteStartElement(TextElement, KeepSpaces);
        else
            xml.WriteStartElement(TextElement);
        xml.WriteString(text);
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private void WriteElement(OpenXmlElement element, string text)
    {
        xml.WriteStartElement(element);
        xml.WriteString(text);
        xml.WriteEndElement();
    }
}
