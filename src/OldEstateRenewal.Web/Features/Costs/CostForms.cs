using System.ComponentModel.DataAnnotations;
using OldEstateRenewal.Domain;
using OldEstateRenewal.Domain.Works;
using OldEstateRenewal.Web.Features.Schemes;
using OldEstateRenewal.Web.Features.Shared;

namespace OldEstateRenewal.Web.Features.Costs;

/// <summary>A new sheet: of which stage, and why a fixed one is revised.</summary>
public sealed class CostStartForm
{
    public CostStage? Stage { get; set; }

    [StringLength(CostSheet.TextLength, ErrorMessage = "理由不超过 {1} 字。")]
    public string? Reason { get; set; }
}

public sealed class CostStepForm
{
    public long Version { get; set; }
}

/// <summary>A sheet as it is typed: the head, its lines, and what is to be added.</summary>
public sealed class CostForm
{
    [StringLength(CostSheet.NameLength, ErrorMessage = "单位名称不超过 {1} 字。")]
    public string? Reviewer { get; set; }

    [StringLength(CostSheet.NameLength, ErrorMessage = "文号不超过 {1} 字。")]
    public string? Reference { get; set; }

    public DateOnly? ReviewedOn { get; set; }

    public List<CostLineForm> Lines { get; set; } = [];

    /// <summary>Works items to be added, by key.</summary>
    public List<string> Add { get; set; } = [];

    /// <summary>Works items whose connection fee is to be added, by key.</summary>
    public List<string> AddFees { get; set; } = [];

    public List<CostLineKind> AddOthers { get; set; } = [];

    public long Version { get; set; }

    public int Added => Add.Count + AddFees.Count + AddOthers.Count;

    public static CostForm Of(CostSheet sheet) => new()
    {
        Reviewer = sheet.Reviewer,
        Reference = sheet.Reference,
        ReviewedOn = sheet.ReviewedOn,
        Lines = sheet.Lines.OrderBy(line => line.Sequence).Select(CostLineForm.Of).ToList(),
        Version = sheet.Version,
    };
}

public sealed class CostLineForm
{
    public Guid Id { get; set; }

    /// <summary>Of works the catalogue's name stands; other lines may be named.</summary>
    [StringLength(Scheme.NameLength, ErrorMessage = "不超过 {1} 字。")]
    public string? Name { get; set; }

    /// <summary>The id of an estate or of a building; empty for the whole project.</summary>
    public Guid? Place { get; set; }

    [CustomValidation(typeof(SchemeItemForm), nameof(SchemeItemForm.CheckQuantity))]
    public decimal? Quantity { get; set; }

    [StringLength(SchemeItem.UnitLength, ErrorMessage = "不超过 {1} 字。")]
    public string? Unit { get; set; }

    [CustomValidation(typeof(SchemeItemForm), nameof(SchemeItemForm.CheckCost))]
    public decimal? UnitCost { get; set; }

    [CustomValidation(typeof(SchemeItemForm), nameof(SchemeItemForm.CheckCost))]
    public decimal? LumpSum { get; set; }

    [CustomValidation(typeof(CostLineForm), nameof(CheckRate))]
    public decimal? Rate { get; set; }

    public FacilityOwnership? Ownership { get; set; }

    public LineSection? Section { get; set; }

    public List<string> Traits { get; set; } = [];

    [StringLength(SchemeItem.RemarkLength, ErrorMessage = "不超过 {1} 字。")]
    public string? Remark { get; set; }

    public bool Remove { get; set; }

    public static CostLineForm Of(CostLine line) => new()
    {
        Id = line.Id,
        Name = line.Name,
        Place = line.BuildingId ?? line.EstateId,
        Quantity = line.Quantity is { } quantity ? quantity / 1.000m : null,
        Unit = line.Unit,
        UnitCost = line.UnitCost?.Yuan,
        LumpSum = line.LumpSum?.Yuan,
        Rate = line.Rate is { } rate ? rate / 1.0000m : null,
        Ownership = line.Ownership,
        Section = line.Section,
        Traits = [.. line.Traits],
        Remark = line.Remark,
    };

    public static ValidationResult? CheckRate(decimal? percent) => percent switch
    {
        <= 0 => new ValidationResult("费率应大于 0。"),
        > CostLine.MostRate => new ValidationResult("费率不超过 100%。"),
        { } exact when decimal.Truncate(exact * 10000) != exact * 10000 => new ValidationResult("费率最多四位小数。"),
        _ => ValidationResult.Success,
    };

    /// <summary>What does not go together in one line, or null.</summary>
    public string? Contradiction(CostLineKind? kind) => this switch
    {
        _ when kind == CostLineKind.Works && Rate is not null => "工程费不按费率计算。",
        _ when (UnitCost is null ? 0 : 1) + (LumpSum is null ? 0 : 1) + (Rate is null ? 0 : 1) > 1 => "单价、总价和费率只填其一。",
        { Quantity: { } quantity, UnitCost: { } cost } when quantity * cost > SchemeItem.MostCost => "数量乘以单价过大，请检查单位。",
        _ => null,
    };

    public void WriteTo(CostLine line, SchemePlace? place, IReadOnlyList<string> asked)
    {
        if (line.Kind != CostLineKind.Works) line.Name = Name.OrNull() ?? line.Name;
        (line.EstateId, line.BuildingId) = (place?.EstateId, place?.BuildingId);
        (line.Quantity, line.Unit) = (Quantity, Unit.OrNull());
        line.UnitCost = UnitCost is { } cost ? Money.FromYuan(cost) : null;
        line.LumpSum = LumpSum is { } sum ? Money.FromYuan(sum) : null;
        line.Rate = Rate;
        (line.Ownership, line.Section) = (Ownership, Section);
        // Facts that no rule asks about today stay: they were true when they were ticked.
        line.Traits = [.. line.Traits.Where(trait => !asked.Contains(trait)), .. Traits.Where(asked.Contains).Distinct()];
        line.Remark = Remark.OrNull();
    }
}
