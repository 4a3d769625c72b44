using System.ComponentModel.DataAnnotations;
using OldEstateRenewal.Domain;
using OldEstateRenewal.Web.Features.Estates;

namespace OldEstateRenewal.Web.Features.Plans;

/// <summary>A new plan: which year.</summary>
public sealed class NewPlanForm
{
    [Display(Name = "计划年度"), Required(ErrorMessage = "请填写计划年度。"), Range(AnnualPlan.EarliestYear, AnnualPlan.LatestYear, ErrorMessage = "计划年度应为 {1} 至 {2} 的年份。")]
    public int? Year { get; set; }
}

/// <summary>The whole plan as edited in the browser, saved at once.</summary>
public sealed class PlanEditForm
{
    public long Version { get; set; }

    [Display(Name = "差异说明"), StringLength(AnnualPlan.NoteLength, ErrorMessage = "差异说明不超过 {1} 字。")]
    public string? DifferenceNote { get; set; }

    public List<PlanEntryForm> Entries { get; set; } = [];

    public static PlanEditForm Of(AnnualPlan plan) => new()
    {
        Version = plan.Version,
        DifferenceNote = plan.DifferenceNote,
        Entries = plan.Entries.OrderBy(e => e.Sequence).Select(e => PlanEntryForm.Of(e, plan.Year)).ToList(),
    };
}

public sealed class PlanEntryForm
{
    private const int MostCount = 100_000;
    private const decimal YuanPerTenThousand = 10_000m;
    private const decimal MostInvestment = 100_000_000m;

    public Guid Id { get; set; }

    [Range(1, 9999, ErrorMessage = "序号应为 1 至 9999。")]
    public int? Sequence { get; set; }

    [Range(AnnualPlan.EarliestYear, AnnualPlan.LatestYear, ErrorMessage = "年度应为 {1} 至 {2}。")]
    public int? Year { get; set; }

    [Range(0, MostCount, ErrorMessage = "应为 0 至 {2} 的整数。")]
    public int? BuildingCount { get; set; }

    [Range(0, MostCount, ErrorMessage = "应为 0 至 {2} 的整数。")]
    public int? HouseholdCount { get; set; }

    [CustomValidation(typeof(EstateForm), nameof(EstateForm.CheckFloorArea))]
    public decimal? FloorArea { get; set; }

    /// <summary>万元.</summary>
    [CustomValidation(typeof(PlanEntryForm), nameof(CheckInvestment))]
    public decimal? Investment { get; set; }

    [StringLength(PlanEntry.ScopeLength, ErrorMessage = "不超过 {1} 字。")]
    public string? Scope { get; set; }

    /// <summary>移出计划.</summary>
    public bool Remove { get; set; }

    public static PlanEntryForm Of(PlanEntry entry, int year) => new()
    {
        Id = entry.Id,
        Sequence = entry.Sequence,
        Year = year,
        BuildingCount = entry.BuildingCount,
        HouseholdCount = entry.HouseholdCount,
        FloorArea = entry.FloorArea?.SquareMetres,
        Investment = entry.Investment?.Yuan / YuanPerTenThousand,
        Scope = entry.Scope,
    };

    public static ValidationResult? CheckInvestment(decimal? tenThousandYuan) => tenThousandYuan switch
    {
        < 0 => new ValidationResult("投资不能为负数。"),
        > MostInvestment => new ValidationResult("投资过大，请检查单位是否为万元。"),
        { } money when decimal.Truncate(money * 1_000_000) != money * 1_000_000 => new ValidationResult("投资最多六位小数（精确到分）。"),
        _ => ValidationResult.Success,
    };

    public void WriteTo(PlanEntry entry)
    {
        entry.Sequence = Sequence ?? entry.Sequence;
        entry.BuildingCount = BuildingCount;
        entry.HouseholdCount = HouseholdCount;
        entry.FloorArea = FloorArea is { } area ? Area.FromSquareMetres(area) : null;
        entry.Investment = Investment is { } money ? Money.FromYuan(money * YuanPerTenThousand) : null;
        entry.Scope = string.IsNullOrWhiteSpace(Scope) ? null : Scope.Trim();
    }
}

/// <summary>Words that go with a step: why a plan is returned, a remark when it is issued.</summary>
public sealed class PlanStepForm
{
    [StringLength(PlanStep.RemarkLength, ErrorMessage = "意见不超过 {1} 字。")]
    public string? Remark { get; set; }

    public long Version { get; set; }
}
