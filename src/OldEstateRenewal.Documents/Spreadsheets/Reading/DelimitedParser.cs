using System.Text;

namespace OldEstateRenewal.Documents.Spreadsheets.Reading;

/// <summary>Splits text into rows and cells (分隔文本逐行读取): quoted cells may hold separators, line ends and doubled quotes.</summary>
internal sealed class DelimitedParser(TextReader text, DelimitedStart start, ReadingLimits limits, Action<string> notice)
{
    private const int LongestQuoted = 100_000;

    private readonly StringBuilder cell = new();
    private readonly List<SheetCell> cells = [];
    private int number;
    private int given;
    private bool skipped = !start.IsTold;

    /// <summary>The next row with something in it; null at the end.</summary>
    public SheetRow? Next()
    {
        while (text.Peek() >= 0)
        {
            number++;
            ReadRow();
            if (!skipped)
            {
                skipped = true;
                continue;
            }

            if (cells.TrueForAll(cell => cell.Kind == SheetCellKind.Empty)) continue;
            if (++given > limits.Rows) throw new UnreadableFileException($"文件超过 {limits.Rows} 行，请拆成几个表分别上传。");
            return new(number, cells.ToArray());
        }

        return null;
    }

    private void ReadRow()
    {
        cells.Clear();
        for (var column = 0; ; column++)
        {
            var end = ReadCell();
            if (column < limits.Columns) cells.Add(Cell());
            else if (cell.Length > 0) notice($"表格超过 {limits.Columns} 列，只读取了前 {limits.Columns} 列。");
            if (end) return;
        }
    }

    // True at the end of the row.
    private bool ReadCell()
    {
        cell.Clear();
        if (text.Peek() == '"') ReadQuoted();
        while (text.Read() is >= 0 and var letter)
        {
            if (letter == start.Separator) return false;
            if (letter == '\r' && text.Peek() == '\n') letter = text.Read();
            if (letter is '\n' or '\r') return true;
            Append((char)letter);
        }

        return true;
    }

    private void ReadQuoted()
    {
        text.Read();
        for (var length = 0; text.Read() is >= 0 and var letter; length++)
        {
            if (letter == '"' && text.Peek() != '"') return;
            if (letter == '"') text.Read();
            if (letter == '\r' && text.Peek() == '\n') continue;
            if (length > LongestQuoted) throw Unclosed();
            Append((char)letter);
        }

        throw Unclosed();
    }

    private UnreadableFileException Unclosed() => new($"第 {number} 行有一个引号没有成对，以下内容无法分清各列。请改正后再上传。");

    private void Append(char letter)
    {
        if (cell.Length < limits.CellText) cell.Append(letter);
        else notice($"有的单元格文字超过 {limits.CellText} 个字，只读取了前 {limits.CellText} 个字。");
    }

    // ="0370…" is how exports keep Excel from spoiling long numbers: the text is meant, no formula.
    private SheetCell Cell()
    {
        var whole = cell.ToString();
        return SheetCell.OfText(whole.StartsWith("=\"", StringComparison.Ordinal) && whole.EndsWith('"') && whole.Length > 2 ? whole[2..^1] : whole);
    }
}
