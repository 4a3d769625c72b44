using System.ComponentModel.DataAnnotations;
using System.Globalization;
using OldEstateRenewal.Domain;
using OldEstateRenewal.Web.Features.Estates;
using OldEstateRenewal.Web.Features.Plans;

namespace OldEstateRenewal.Web.Features.Candidates;

/// <summary>One row of the locked plan as it was typed or pasted.</summary>
public sealed record FrozenLine(string Name, int? Buildings, int? Households, Area? Area, Money? Investment);

/// <summary>省级锁定计划 as it is typed: its number, its day, and a line for each estate, pasted from a spreadsheet or written by hand.</summary>
public sealed class FrozenPlanForm : IValidatableObject
{
    public const int MostText = 60_000;
    private const int MostLines = 500;
    private const int MostCount = 100_000;
    private const int MostProblems = 10;
    private const decimal YuanPerTenThousand = 10_000m;
    private static readonly char[] separators = ['\t', ',', '，'];

    [Required(ErrorMessage = "请填写计划年度。"), Range(AnnualPlan.EarliestYear, AnnualPlan.LatestYear, ErrorMessage = "计划年度应为 {1} 至 {2} 的年份。")]
    public int? Year { get; set; }

    [Required(ErrorMessage = "请填写文号。"), StringLength(FrozenPlan.NumberLength, ErrorMessage = "文号不超过 {1} 字。")]
    public string? DocumentNumber { get; set; }

    [Required(ErrorMessage = "请填写印发日期，如 2026-11-21。")]
    public DateOnly? IssuedOn { get; set; }

    [StringLength(FrozenPlan.ReasonLength, ErrorMessage = "理由不超过 {1} 字。")]
    public string? Reason { get; set; }

    [Required(ErrorMessage = "请逐行填写小区。"), StringLength(MostText, ErrorMessage = "内容过长，请核对。")]
    public string? Lines { get; set; }

    /// <summary>The edition the person corrects; 0 where there was none.</summary>
    public int Edition { get; set; }

    public IReadOnlyList<FrozenLine> Read() => Split().Select(line => Line(line.Cells)!).ToList();

    public static string Write(IEnumerable<FrozenPlanEntry> entries) => string.Join('\n', entries.OrderBy(entry => entry.Sequence).Select(entry => string.Join('\t', entry.Name, entry.BuildingCount, entry.HouseholdCount, entry.FloorArea?.ToString(), ((Money?)entry.Investment).InTenThousands()).TrimEnd('\t')));

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        var lines = Split();
        if (lines.Count > MostLines) return [new ValidationResult($"最多 {MostLines} 行。", [nameof(Lines)])];
        var wrong = lines.Where(line => Line(line.Cells) is null).Select(line => new ValidationResult($"第 {line.Number} 行看不懂：应为“小区名称、楼栋数、户数、建筑面积、投资（万元）”，没有的留空。", [nameof(Lines)]));
        var twice = lines.GroupBy(line => line.Cells[0]).Where(group => group.Count() > 1).Select(group => new ValidationResult($"{group.Key}写了 {group.Count()} 行。", [nameof(Lines)]));
        return wrong.Concat(twice).Take(MostProblems);
    }

    private List<(int Number, string[] Cells)> Split() => (Lines ?? "").Split('\n').Select((text, i) => (Number: i + 1, Text: text.Trim('\r', ' ', '　'))).Where(line => line.Text.Length > 0)
        .Select(line => (line.Number, line.Text.Split(separators, StringSplitOptions.TrimEntries))).ToList();

    private static FrozenLine? Line(string[] cells)
    {
        if (cells.Length > 5 || cells[0].Length is 0 or > Estate.NameLength) return null;
        return Count(cells, 1, out var buildings) && Count(cells, 2, out var households) && Number(cells, 3, 2, out var area) && Number(cells, 4, 6, out var money)
            ? new FrozenLine(cells[0], buildings, households, area is { } metres ? Area.FromSquareMetres(metres) : null, money is { } amount ? Money.FromYuan(amount * YuanPerTenThousand) : null)
            : null;
    }

    private static bool Count(string[] cells, int at, out int? value)
    {
        value = null;
        if (cells.Length <= at || cells[at].Length == 0) return true;
        if (!int.TryParse(cells[at], NumberStyles.None, CultureInfo.InvariantCulture, out var read) || read > MostCount) return false;
        value = read;
        return true;
    }

    private static bool Number(string[] cells, int at, int decimals, out decimal? value)
    {
        value = null;
        if (cells.Length <= at || cells[at].Length == 0) return true;
        if (!decimal.TryParse(cells[at], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var read) || read > 100_000_000 || decimal.Round(read, decimals) != read) return false;
        value = read;
        return true;
    }
}

/// <summary>开工、完工 of a year as reported.</summary>
public sealed class ExecutionReportForm
{
    private const int Most = 100_000;

    [EnumDataType(typeof(ExecutionMeasure), ErrorMessage = "请选择列出的指标。")]
    public ExecutionMeasure Measure { get; set; }

    [Required(ErrorMessage = "请填写数据日期，如 2026-11-21。")]
    public DateOnly? AsOf { get; set; }

    [Required(ErrorMessage = "请填写计划数。"), Range(0, Most, ErrorMessage = "计划数应为 0 至 {2} 的整数。")]
    public int? Planned { get; set; }

    [Required(ErrorMessage = "请填写实际数。"), Range(0, Most, ErrorMessage = "实际数应为 0 至 {2} 的整数。")]
    public int? Actual { get; set; }

    [StringLength(ExecutionReport.ReasonLength, ErrorMessage = "原因不超过 {1} 字。")]
    public string? Reason { get; set; }
}
