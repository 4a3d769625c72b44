using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using OldEstateRenewal.Documents.Spreadsheets.Reading;
using OldEstateRenewal.Domain;
using OldEstateRenewal.Domain.Registry;

namespace OldEstateRenewal.Web.Features.Collecting;

/// <summary>One movement as it stands in the file.</summary>
public sealed record BankRow(int Number, DateOnly On, Money Amount, string? Payer, string? Reference, string? Summary)
{
    /// <summary>By day, amount, reference and payer a movement is known again.</summary>
    public byte[] Fingerprint => SHA256.HashData(Encoding.UTF8.GetBytes($"{On:yyyyMMdd}|{Amount.Fen}|{Reference}|{Payer}"));
}

/// <summary>A bank's file as it was understood: its columns, its movements, and the rows that cannot be read.</summary>
public sealed partial record BankSheet(BankColumns Columns, IReadOnlyList<BankRow> Rows, IReadOnlyList<string> Problems)
{
    private const int MostHeaderRows = 40;
    private const int MostProblems = 10;
    private static readonly IReadOnlyDictionary<BankColumn, int> unchosen = new Dictionary<BankColumn, int>();

    /// <exception cref="UnreadableFileException">It is no spreadsheet.</exception>
    /// <param name="content">The file.</param>
    /// <param name="fileName">Its name.</param>
    /// <param name="choose">What a person chose for the columns found; the row of the headings is found without it.</param>
    public static async Task<BankSheet> ReadAsync(Stream content, string fileName, Func<BankColumns, Task<IReadOnlyDictionary<BankColumn, int>>> choose)
    {
        using var file = SpreadsheetFile.Open(content, fileName);
        var columns = Enumerable.Range(0, file.Sheets.Count).Where(sheet => !file.Sheets[sheet].IsHidden).Select(sheet => (Sheet: sheet, Columns: Headings(file, sheet))).Where(found => found.Columns is not null)
            .OrderByDescending(found => found.Columns!.Recognised).ThenBy(found => found.Sheet).FirstOrDefault();
        if (columns.Columns is null) throw new UnreadableFileException("文件中没有找到流水表：没有一行像表头。请确认选对了文件。");
        var chosen = columns.Columns.With(await choose(columns.Columns));
        return chosen.Unsure.Count > 0 ? new BankSheet(chosen, [], []) : Read(file, columns.Sheet, chosen);
    }

    private static BankColumns? Headings(SpreadsheetFile file, int sheet) => file.Rows(sheet).Take(MostHeaderRows)
        .Select(row => BankColumns.Of(row.Number, row.Cells.Select(cell => cell.ToString()).ToList(), unchosen))
        .Where(columns => columns.Headings.Count(heading => heading.Trim().Length > 0) > 2)
        .OrderByDescending(columns => columns.Recognised).ThenBy(columns => columns.HeaderRow).FirstOrDefault();

    private static BankSheet Read(SpreadsheetFile file, int sheet, BankColumns columns)
    {
        var (rows, problems) = (new List<BankRow>(), new List<string>());
        foreach (var row in file.Rows(sheet).Where(row => row.Number > columns.HeaderRow))
        {
            if (rows.Count > BankFile.MostLines || problems.Count >= MostProblems) break;
            if (Amount(row, columns, out var problem) is { } amount && Day(row[columns.At(BankColumn.On)!.Value]) is { } on)
            {
                if (amount != Money.Zero) rows.Add(new BankRow(row.Number, on, amount, Text(row, columns, BankColumn.Payer), Text(row, columns, BankColumn.Reference), Text(row, columns, BankColumn.Summary)));
            }
            else if (!IsTotal(row, columns, problem))
            {
                problems.Add(problem ?? $"第 {row.Number} 行：看不出交易日期（{Shorten(row[columns.At(BankColumn.On)!.Value].ToString(), 20)}）。");
            }
        }

        return new BankSheet(columns, rows, problems);
    }

    /// <summary>Sums, page headings and lines of remarks are no movements: they have no day, and no amount or the word for a sum.</summary>
    private static bool IsTotal(SheetRow row, BankColumns columns, string? problem)
    {
        if (Day(row[columns.At(BankColumn.On)!.Value]) is not null) return false;
        var text = string.Concat(row.Cells.Select(cell => cell.ToString()));
        return problem is null && Figures(row, columns).All(cell => cell.IsEmpty) || text.Contains('计', StringComparison.Ordinal) || Figures(row, columns).All(cell => cell.Kind is SheetCellKind.Empty or SheetCellKind.Text && Read(cell.ToString()) is null);
    }

    private static IEnumerable<SheetCell> Figures(SheetRow row, BankColumns columns) => new[] { BankColumn.Income, BankColumn.Expense, BankColumn.Amount }.SelectMany(column => columns.Places[column]).Select(at => row[at]);

    /// <summary>What came in, less what went out; null where a figure cannot be read.</summary>
    private static Money? Amount(SheetRow row, BankColumns columns, out string? problem)
    {
        problem = null;
        var sum = Money.Zero;
        foreach (var (column, sign) in new[] { (BankColumn.Income, 1), (BankColumn.Expense, -1), (BankColumn.Amount, Direction(row, columns)) })
        {
            if (columns.At(column) is not { } at || (column == BankColumn.Amount && columns.At(BankColumn.Income) is not null) || row[at].IsEmpty) continue;
            var cell = row[at];
            if (cell.Kind == SheetCellKind.Number && decimal.Truncate(cell.Number * 100) == cell.Number * 100 && Math.Abs(cell.Number) < OwnerPayment.MostAmount * 1000) sum += Money.FromYuan(cell.Number) * sign;
            else if (Read(cell.ToString()) is { } money) sum += money * sign;
            else if (WrittenText.IsNothing(cell.ToString())) continue;
            else
            {
                problem = $"第 {row.Number} 行：{BankColumns.Name(column)}“{Shorten(cell.ToString(), 20)}”不是金额。";
                return null;
            }
        }

        return sum;
    }

    private static int Direction(SheetRow row, BankColumns columns) => columns.At(BankColumn.Direction) is { } at && row[at].ToString().Trim().ToUpperInvariant() is { Length: > 0 } said && "借支出付DO".Contains(said[0], StringComparison.Ordinal) ? -1 : 1;

    private static Money? Read(string text)
    {
        var plain = WrittenText.Plain(text).Replace(",", "", StringComparison.Ordinal).Trim('+', '¥', '￥', '元');
        return plain.Length is > 0 and < 16 && Money.TryParse(plain, out var money) ? money : null;
    }

    private static DateOnly? Day(SheetCell cell)
    {
        if (cell.Kind == SheetCellKind.Date) return DateOnly.FromDateTime(cell.Date);
        return Written().Match(cell.ToString()) is { Success: true } match && DateOnly.TryParseExact($"{match.Groups["y"].Value}-{match.Groups["m"].Value.PadLeft(2, '0')}-{match.Groups["d"].Value.PadLeft(2, '0')}", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
    }

    private static string? Text(SheetRow row, BankColumns columns, BankColumn column)
    {
        var text = string.Join(" ", columns.Places[column].Select(at => row[at].ToString().Trim()).Where(part => part.Length > 0 && !WrittenText.IsNothing(part)).Distinct());
        return text.Length == 0 ? null : Shorten(new string([.. text.Where(letter => !char.IsControl(letter))]), BankLine.TextLength);
    }

    private static string Shorten(string text, int length) => text.Length <= length ? text : text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];

    [GeneratedRegex(@"^\s*(?<y>20[0-9]{2})([-/.年](?<m>[0-9]{1,2})[-/.月](?<d>[0-9]{1,2})|(?<m>[0-9]{2})(?<d>[0-9]{2}))(?![0-9])")]
    private static partial Regex Written();
}
