using System.Globalization;
using System.Text.Json;
using OldEstateRenewal.Documents.Spreadsheets.Reading;
using OldEstateRenewal.Web.Features.Imports.Reading;

namespace OldEstateRenewal.Web.Tests.Features.Imports;

/// <summary>Tables as bureaus keep them: beside each file stands what a person reads in it, written by hand.</summary>
public sealed class CorpusTests
{
    private static readonly string folder = Path.Combine(AppContext.BaseDirectory, "Corpus");

    public static TheoryData<string> Files() => [.. Directory.EnumerateFiles(folder, "*.json").Select(path => Path.GetFileNameWithoutExtension(path)!).Order(StringComparer.Ordinal)];

    [Theory, MemberData(nameof(Files))]
    public void Read_FileOfTheCorpus_GivesWhatAPersonReads(string name)
    {
        using var expected = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, name + ".json")));
        using var content = File.OpenRead(Directory.EnumerateFiles(folder, name + ".*").Single(path => !path.EndsWith(".json", StringComparison.Ordinal)));
        using var file = SpreadsheetFile.Open(content, Path.GetFileName(content.Name));
        var kind = Enum.Parse<ImportKind>(expected.RootElement.GetProperty("kind").GetString()!);
        var sheet = TableFinder.Best(TableFinder.Find(file, kind, new Dictionary<string, ImportField?>()));

        Assert.NotNull(sheet);
        Assert.Equal(expected.RootElement.GetProperty("header").ToString(), $"[{sheet.FirstHeaderRow}, {sheet.LastHeaderRow}]");
        if (expected.RootElement.TryGetProperty("sheet", out var sheetName)) Assert.Equal(sheetName.GetString(), sheet.SheetName);
        CheckColumns(expected.RootElement, sheet);
        var rows = RowReader.Read(file, sheet).ToList();
        Assert.Equal(string.Join('\n', expected.RootElement.GetProperty("rows").EnumerateArray().Select(Flat)), string.Join('\n', rows.Select(RowsInWords.Of)));
        CheckProblems(expected.RootElement, rows);
    }

    [Fact]
    public void Corpus_HasFiftyFilesOfEveryFormat()
    {
        var files = Directory.EnumerateFiles(folder).Where(path => !path.EndsWith(".json", StringComparison.Ordinal)).ToList();
        Assert.True(files.Count >= 50);
        Assert.All([".xlsx", ".xls", ".csv"], end => Assert.Contains(files, path => path.EndsWith(end, StringComparison.Ordinal)));
        Assert.All(files, path => Assert.True(new FileInfo(path).Length < 30_000 && File.Exists(Path.ChangeExtension(path, ".json")), path));
    }

    private static void CheckColumns(JsonElement expected, SheetReading sheet)
    {
        if (!expected.TryGetProperty("columns", out var columns)) return;
        foreach (var column in columns.EnumerateObject())
            Assert.Equal($"{column.Name} {column.Value.GetString()}", $"{column.Name} {sheet.Columns.FirstOrDefault(found => found.Letter == column.Name)?.Field?.ToString() ?? "-"}");
    }

    // "Error C7 FloorArea: 负数" names the severity, the cell, the field, and words of the sentence.
    private static void CheckProblems(JsonElement expected, IEnumerable<ReadRow> rows)
    {
        var problems = rows.SelectMany(row => row.Problems).ToList();
        var lines = expected.GetProperty("problems").EnumerateArray().Select(problem => problem.GetString()!.Split(": ", 2)).ToList();
        Assert.Equal(string.Join('\n', lines.Select(line => line[0]).Order(StringComparer.Ordinal)), string.Join('\n', problems.Select(InShort).Order(StringComparer.Ordinal)));
        foreach (var line in lines.Where(line => line.Length > 1))
            Assert.Contains(problems, problem => InShort(problem) == line[0] && problem.Text.Contains(line[1], StringComparison.Ordinal));
        Assert.All(problems, problem => Assert.StartsWith(problem.Cell, problem.Text, StringComparison.Ordinal));
    }

    private static string InShort(RowProblem problem) => string.Create(CultureInfo.InvariantCulture, $"{problem.Severity} {problem.Cell} {problem.Field}");

    private static string Flat(JsonElement row) => string.Join(" | ", row.EnumerateObject().Select(value => $"{value.Name}={value.Value}").Order(StringComparer.Ordinal));
}
