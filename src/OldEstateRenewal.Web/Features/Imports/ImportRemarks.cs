using OldEstateRenewal.Web.Features.Imports.Reading;

namespace OldEstateRenewal.Web.Features.Imports;

/// <summary>What was chosen, corrected and decided, for the history of changes: never what stands in a cell, which may be a person's.</summary>
internal static class ImportRemarks
{
    private const int Most = 50;
    private const int LongestHeader = 30;

    /// <param name="isHeaderFound">The portal found the header itself: a row that a person takes for one may be of data.</param>
    public static string OfColumns(TableSheet? table, int? sheet, (int? First, int? Last) rows, IReadOnlyDictionary<int, ImportField?> columns, bool isHeaderFound)
    {
        var told = new List<string>();
        if (table is not null && sheet != table.SheetIndex) told.Add($"第 {sheet + 1} 张工作表");
        if (table is not null && rows.First is { } first && (first, rows.Last) != (table.FirstHeaderRow, table.LastHeaderRow)) told.Add($"表头第 {first} 至 {rows.Last} 行");
        foreach (var (index, field) in columns.OrderBy(each => each.Key))
        {
            if (table!.Columns.FirstOrDefault(column => column.Index == index) is not { } column || column.Field == field) continue;
            told.Add($"{column.Letter} 列{(isHeaderFound && column.Header.Length is > 0 and <= LongestHeader ? $"“{column.Header}”" : "")} → {(field is { } known ? ImportFields.Label(known) : "不导入")}");
        }

        return told.Count == 0 ? "与识别的相同" : Listed(told, "处");
    }

    public static string OfCorrections(IEnumerable<(int Row, int Column)> cells, IEnumerable<(string Key, string Answer)> answers, IReadOnlyDictionary<Guid, string> estates)
    {
        var corrected = cells.OrderBy(cell => cell.Row).ThenBy(cell => cell.Column).Select(cell => ColumnLetters.Of(cell.Column) + cell.Row).ToList();
        var decided = answers.Select(each => Decided(each.Key, each.Answer, estates)).ToList();
        return string.Join("；", new[] { corrected.Count == 0 ? "" : "更正 " + Listed(corrected, "格"), decided.Count == 0 ? "" : Listed(decided, "项") }.Where(part => part.Length > 0));
    }

    private static string Decided(string key, string answer, IReadOnlyDictionary<Guid, string> estates)
    {
        var place = key.StartsWith("row:", StringComparison.Ordinal) && int.TryParse(key[4..], out var row) ? $"第 {row} 行" : "小区名称";
        return $"{place}：" + answer switch
        {
            ImportDecision.Skip => "不导入",
            ImportDecision.TakeFile => "以文件为准",
            ImportDecision.KeepRegistry => "台账不变",
            ImportDecision.New => "新登记小区",
            _ => Guid.TryParse(answer, out var id) && estates.TryGetValue(id, out var name) ? $"就是“{name}”" : "其他",
        };
    }

    private static string Listed(List<string> told, string unit) => string.Join("、", told.Take(Most)) + (told.Count > Most ? $" 等 {told.Count} {unit}" : "");
}
