using System.Text.RegularExpressions;
using OldEstateRenewal.Documents.Spreadsheets.Reading;
using OldEstateRenewal.Domain.Registry;

namespace OldEstateRenewal.Web.Features.Imports.Reading;

/// <summary>Finds the table on each sheet: the rows of its header and what its columns hold.</summary>
public static partial class TableFinder
{
    private const int RowsLooked = 60;

    /// <summary>Every sheet in the order of the tabs, also those without a table; hidden ones are told.</summary>
    /// <param name="remembered">Normalised header (<see cref="ColumnReading.Key"/>) → field, or null for 不导入, as the tenant chose before.</param>
    /// <param name="choices">Sheet → what the user said about it.</param>
    public static IReadOnlyList<SheetReading> Find(
        SpreadsheetFile file, ImportKind kind, IReadOnlyDictionary<string, ImportField?> remembered, IReadOnlyDictionary<int, SheetChoices>? choices = null) =>
        [.. file.Sheets.Select((_, sheet) => FindOn(file, sheet, kind, remembered, choices?.GetValueOrDefault(sheet) ?? SheetChoices.None))];

    /// <summary>The sheet to offer first: readable, shown, with the most columns known. Null where none has a table.</summary>
    public static SheetReading? Best(IEnumerable<SheetReading> sheets) => sheets
        .Where(sheet => sheet.IsTable)
        .OrderByDescending(sheet => sheet.IsReadable)
        .ThenBy(sheet => sheet.IsHidden)
        .ThenByDescending(sheet => sheet.Columns.Count(column => column.Field is not null))
        .FirstOrDefault();

    private static SheetReading FindOn(SpreadsheetFile file, int sheet, ImportKind kind, IReadOnlyDictionary<string, ImportField?> remembered, SheetChoices choices)
    {
        var rows = file.Rows(sheet).Take(RowsLooked).ToList();
        var header = new HeaderRows(rows, file.MergedAreas(sheet), kind, remembered);
        var reading = new SheetReading(kind, sheet, file.Sheets[sheet].Name, file.Sheets[sheet].IsHidden);
        if ((choices.HeaderRows ?? header.Find()) is not var (first, last))
            return reading with { Missing = ImportFields.RequiredOf(kind), Problems = [rows.Count == 0 ? "这个工作表是空的。" : "在前 30 行里没有找到表头。请检查是否选对了表格种类，或者指定表头所在的行。"] };
        var titles = rows.Where(row => row.Number < first).SelectMany(row => row.Cells).Where(cell => !cell.IsEmpty).Select(cell => WrittenText.Clean(cell.ToString())).ToList();
        var (columns, problems) = Columns(rows, header, (first, last), kind, remembered, choices, titles);
        var given = Given(kind, titles, columns);
        return reading with
        {
            FirstHeaderRow = first,
            LastHeaderRow = last,
            Columns = columns,
            Titles = titles,
            Given = given,
            Problems = problems,
            Missing = [.. ImportFields.RequiredOf(kind).Where(group => !group.Any(field => columns.Any(column => column.Field == field)))],
        };
    }

    private static (IReadOnlyList<ColumnReading> Columns, IReadOnlyList<string> Problems) Columns(
        List<SheetRow> rows, HeaderRows header, (int First, int Last) at, ImportKind kind, IReadOnlyDictionary<string, ImportField?> remembered, SheetChoices choices, List<string> titles)
    {
        var announced = titles.SelectMany(HeaderText.UnitsOf).ToList();
        var below = rows.Where(row => row.Number > at.Last).ToList();
        var columns = new List<ColumnReading>();
        for (var index = 0; index < header.Width; index++)
        {
            var levels = header.Levels(at.First, at.Last, index);
            var samples = ColumnNames.Samples(below, index);
            if (levels.Count == 0 && samples.Count == 0) continue;
            var (field, decision) = choices.Columns.TryGetValue(index, out var chosen) ? (chosen, ColumnDecision.Chosen) : ColumnNames.Decide(kind, levels, remembered);
            columns.Add(new(index, ColumnLetters.Of(index), string.Join('/', levels), ColumnNames.KeyOf(kind, levels), field, null, Domain.Fraction.One, samples, decision));
        }

        var problems = KeepOneEach(columns);
        for (var i = 0; i < columns.Count; i++)
        {
            var (unit, factor) = ColumnNames.UnitOf(columns[i].Field, header.Levels(at.First, at.Last, columns[i].Index), announced);
            columns[i] = columns[i] with { Unit = unit, Factor = factor };
        }

        return (columns, problems);
    }

    // Two columns of one field: the better founded one stays, the leftmost of equals.
    private static List<string> KeepOneEach(List<ColumnReading> columns)
    {
        var problems = new List<string>();
        foreach (var group in columns.Where(column => column.Field is not null).GroupBy(column => column.Field!.Value).Where(group => group.Count() > 1).ToList())
        {
            var ordered = group.OrderBy(column => column.Decision).ThenBy(column => column.Index).ToList();
            foreach (var other in ordered.Skip(1)) columns[columns.IndexOf(other)] = other with { Field = null, Decision = ColumnDecision.Unknown };
            if (ordered[1].Decision != ColumnDecision.Guess || ordered[0].Decision == ColumnDecision.Guess)
                problems.Add($"{string.Join('、', group.Select(column => column.Letter))} 列都像“{ImportFields.Label(group.Key)}”，采用了 {ordered[0].Letter} 列，其余不导入；如不对请改选。");
        }

        return problems;
    }

    private static Dictionary<ImportField, string> Given(ImportKind kind, List<string> titles, IReadOnlyList<ColumnReading> columns)
    {
        var given = new Dictionary<ImportField, string>();
        foreach (var match in titles.SelectMany(title => Told().Matches(title)))
        {
            if (FieldAliases.Of(kind, HeaderText.Of(match.Groups["name"].Value)) is ImportField.Street or ImportField.Community or ImportField.Estate or ImportField.Building or ImportField.PlanYear
                && FieldAliases.Of(kind, HeaderText.Of(match.Groups["name"].Value)) is { } field && columns.All(column => column.Field != field))
                given.TryAdd(field, match.Groups["value"].Value.Trim());
        }

        return given;
    }

    [GeneratedRegex(@"(?<name>[\u4e00-\u9fff()（）]{1,12})[:：]\s*(?<value>[^\s:：]{1,40}?)(?=\s|$|[\u4e00-\u9fff]{2,6}[:：])", RegexOptions.ExplicitCapture)]
    private static partial Regex Told();
}
