using System.Globalization;
using System.Xml;

namespace OldEstateRenewal.Documents.Spreadsheets.Reading;

/// <summary>Reads the rows of one sheet part, forward only (工作表逐行读取).</summary>
internal sealed class SheetParser(WorkbookPackage package, XmlReader xml, IReadOnlyList<string> shared, DateStyles styles, ReadingLimits limits, Action<string> notice)
{
    private const int LastRow = 1_048_576;

    private readonly XmlText text = new(limits.CellText, notice);
    private readonly List<SheetCell> cells = [];
    private int number;
    private int given;
    private int empty;

    /// <summary>The next row with something in it; null at the end.</summary>
    public SheetRow? Next()
    {
        while (package.Next(xml))
        {
            if (xml.NodeType == XmlNodeType.EndElement && xml.LocalName == "sheetData") return null;
            if (xml.NodeType != XmlNodeType.Element || xml.LocalName != "row") continue;
            number = RowNumber();
            if (ReadCells()) return Row();
            if (++empty >= limits.EmptyRows)
            {
                notice($"第 {number - empty + 1} 行以下连续 {empty} 行都是空行，以下不再读取。");
                return null;
            }
        }

        return null;
    }

    private SheetRow Row()
    {
        empty = 0;
        if (++given > limits.Rows) throw new UnreadableFileException($"工作表超过 {limits.Rows} 行，请拆成几个表分别上传。");
        return new(number, cells.ToArray());
    }

    private int RowNumber()
    {
        var next = xml.GetAttribute("r") is { } text ? int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture) : number + 1;
        return next > number && next <= LastRow ? next : throw new InvalidDataException("Rows out of order.");
    }

    private bool ReadCells()
    {
        cells.Clear();
        if (xml.IsEmptyElement) return false;
        var (column, depth) = (-1, xml.Depth);
        while (package.Next(xml) && xml.Depth > depth)
        {
            if (xml.NodeType != XmlNodeType.Element || xml.LocalName != "c") continue;
            var (reference, style, type) = Attributes();
            column = reference is null ? column + 1 : Column(reference);
            var cell = ReadCell(style, type);
            if (cell.Kind != SheetCellKind.Empty) Put(column, cell);
        }

        return cells.Count > 0;
    }

    private void Put(int column, SheetCell cell)
    {
        if (column >= limits.Columns)
        {
            notice($"表格超过 {limits.Columns} 列，只读取了前 {limits.Columns} 列。");
            return;
        }

        while (cells.Count <= column) cells.Add(SheetCell.Empty);
        cells[column] = cell;
    }

    private (string? Reference, int Style, string? Type) Attributes()
    {
        string? reference = null;
        string? type = null;
        var style = -1;
        for (var more = xml.MoveToFirstAttribute(); more; more = xml.MoveToNextAttribute())
        {
            if (xml.LocalName == "r") reference = xml.Value;
            else if (xml.LocalName == "t") type = xml.Value;
            else if (xml.LocalName == "s" && int.TryParse(xml.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) style = number;
        }

        xml.MoveToElement();
        return (reference, style, type);
    }

    private static int Column(string reference)
    {
        var column = 0;
        for (var i = 0; i < reference.Length && i < 4 && char.IsAsciiLetter(reference[i]); i++) column = column * 26 + (reference[i] & 31);
        return column > 0 ? column - 1 : throw new InvalidDataException("A cell without a column.");
    }

    private SheetCell ReadCell(int style, string? type)
    {
        text.Clear();
        if (xml.IsEmptyElement) return SheetCell.Empty;
        var (depth, formula, valued, within, phonetic) = (xml.Depth, false, false, false, 0);
        while (package.Next(xml) && xml.Depth > depth)
        {
            if (within && phonetic == 0 && XmlText.IsText(xml)) text.Append(xml);
            else if (xml.LocalName == "f" && xml.NodeType == XmlNodeType.Element) formula = true;
            else if (xml.LocalName == "rPh" && !xml.IsEmptyElement) phonetic += xml.NodeType == XmlNodeType.Element ? 1 : -1;
            else if (xml.LocalName is "v" or "t") valued |= within = xml.NodeType == XmlNodeType.Element && !xml.IsEmptyElement;
        }

        var cell = valued ? Value(style, type) : SheetCell.Empty;
        return !formula ? cell : cell.Kind == SheetCellKind.Empty && type != "str" ? SheetCell.OfUncalculated() : cell with { IsCalculated = true };
    }

    private SheetCell Value(int style, string? type) => type switch
    {
        "s" => int.TryParse(text.Short(), NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < shared.Count ? SheetCell.OfText(shared[at]) : throw new InvalidDataException("A text that is not there."),
        "str" or "inlineStr" => SheetCell.OfText(text.ToString()),
        "b" => SheetCell.OfLogical(text.Short() is "1" or "true"),
        "e" => SheetCell.OfError(text.ToString().Trim()),
        "d" when DateTime.TryParse(text.Short(), CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) => SheetCell.OfDate(date, 0),
        _ => Number(style),
    };

    private SheetCell Number(int style)
    {
        if (CellNumber.Read(text.Short()) is not { } number) return SheetCell.OfText(text.ToString());
        return styles.IsDate(style) && styles.Moment(number) is { } moment ? SheetCell.OfDate(moment, number) : SheetCell.OfNumber(number);
    }
}
