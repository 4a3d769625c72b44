using System.ComponentModel.DataAnnotations;
using OldEstateRenewal.Domain;
using OldEstateRenewal.Domain.Works;
using OldEstateRenewal.Web.Features.Shared;

namespace OldEstateRenewal.Web.Features.Schemes;

/// <summary>A version as it is typed: the head, its items, and what of the catalogue is to be added.</summary>
public sealed class SchemeForm
{
    [StringLength(Scheme.NameLength, ErrorMessage = "设计单位不超过 {1} 字。")]
    public string? Designer { get; set; }

    [StringLength(Scheme.NameLength, ErrorMessage = "分级不超过 {1} 字。")]
    public string? Grade { get; set; }

    [StringLength(Scheme.KeyLength, ErrorMessage = "请从列出的物业管理方式中选择。")]
    public string? ManagementKey { get; set; }

    [StringLength(Scheme.TextLength, ErrorMessage = "物业管理安排不超过 {1} 字。")]
    public string? Management { get; set; }

    [StringLength(Scheme.TextLength, ErrorMessage = "资金筹措不超过 {1} 字。")]
    public string? Funding { get; set; }

    [StringLength(Scheme.TextLength, ErrorMessage = "说明不超过 {1} 字。")]
    public string? LeftOut { get; set; }

    public List<string> Sources { get; set; } = [];

    /// <summary>Whether the scheme does what is forbidden, by works item.</summary>
    public Dictionary<string, bool?> Declared { get; set; } = [];

    /// <summary>Why something is left out, by works item.</summary>
    public Dictionary<string, string?> Explained { get; set; } = [];

    public List<SchemeItemForm> Items { get; set; } = [];

    /// <summary>Works items to be added, by key.</summary>
    public List<string> Add { get; set; } = [];

    public long Version { get; set; }

    public static SchemeForm Of(Scheme scheme)
    {
        var answers = SchemeAnswers.Read(scheme.AnswersJson);
        return new SchemeForm
        {
            Designer = scheme.Designer,
            Grade = scheme.Grade,
            ManagementKey = scheme.ManagementKey,
            Management = scheme.Management,
            Funding = scheme.Funding,
            LeftOut = scheme.LeftOut,
            Sources = [.. scheme.Sources],
            Declared = answers.Declared.ToDictionary(each => each.Key, each => (bool?)each.Value),
            Explained = answers.Explained.ToDictionary(each => each.Key, each => (string?)each.Value),
            Items = scheme.Items.OrderBy(item => item.Sequence).Select(SchemeItemForm.Of).ToList(),
            Version = scheme.Version,
        };
    }
}

public sealed class SchemeItemForm
{
    public Guid Id { get; set; }

    /// <summary>The id of an estate or of a building; empty for the whole project.</summary>
    public Guid? Place { get; set; }

    [CustomValidation(typeof(SchemeItemForm), nameof(CheckQuantity))]
    public decimal? Quantity { get; set; }

    [StringLength(SchemeItem.UnitLength, ErrorMessage = "不超过 {1} 字。")]
    public string? Unit { get; set; }

    [CustomValidation(typeof(SchemeItemForm), nameof(CheckCost))]
    public decimal? UnitCost { get; set; }

    [CustomValidation(typeof(SchemeItemForm), nameof(CheckCost))]
    public decimal? LumpSum { get; set; }

    [StringLength(20, ErrorMessage = "请从列出的层次中选择。")]
    public string? Layer { get; set; }

    public FacilityOwnership? Ownership { get; set; }

    public LineSection? Section { get; set; }

    [StringLength(SchemeItem.RemarkLength, ErrorMessage = "不超过 {1} 字。")]
    public string? Remark { get; set; }

    public bool Remove { get; set; }

    public static SchemeItemForm Of(SchemeItem item) => new()
    {
        Id = item.Id,
        Place = item.BuildingId ?? item.EstateId,
        Quantity = item.Quantity is { } quantity ? quantity / 1.000m : null,
        Unit = item.Unit,
        UnitCost = item.UnitCost?.Yuan,
        LumpSum = item.LumpSum?.Yuan,
        Layer = item.Layer,
        Ownership = item.Ownership,
        Section = item.Section,
        Remark = item.Remark,
    };

    public static ValidationResult? CheckQuantity(decimal? quantity) => quantity switch
    {
        <= 0 => new ValidationResult("数量应大于 0。"),
        > SchemeItem.MostQuantity => new ValidationResult("数量过大，请检查单位。"),
        { } exact when decimal.Truncate(exact * 1000) != exact * 1000 => new ValidationResult("数量最多三位小数。"),
        _ => ValidationResult.Success,
    };

    public static ValidationResult? CheckCost(decimal? yuan) => yuan switch
    {
        < 0 => new ValidationResult("金额不能为负数。"),
        > SchemeItem.MostCost => new ValidationResult("金额过大，请检查单位是否为元。"),
        { } exact when decimal.Truncate(exact * 100) != exact * 100 => new ValidationResult("金额最多两位小数（精确到分）。"),
        _ => ValidationResult.Success,
    };

    /// <summary>What does not go together in one row, or null.</summary>
    public string? Contradiction => this switch
    {
        { UnitCost: not null, LumpSum: not null } => "单价和总价只填其一。",
        { Quantity: { } quantity, UnitCost: { } cost } when quantity * cost > SchemeItem.MostCost => "数量乘以单价过大，请检查单位。",
        _ => null,
    };

    public void WriteTo(SchemeItem item, SchemePlace? place)
    {
        (item.EstateId, item.BuildingId) = (place?.EstateId, place?.BuildingId);
        item.Quantity = Quantity;
        item.Unit = Unit.OrNull();
        item.UnitCost = UnitCost is { } cost ? Money.FromYuan(cost) : null;
        item.LumpSum = LumpSum is { } sum ? Money.FromYuan(sum) : null;
        item.Layer = Layer.OrNull();
        (item.Ownership, item.Section) = (Ownership, Section);
        item.Remark = Remark.OrNull();
    }
}

/// <summary>Why a fixed version is revised.</summary>
public sealed class SchemeRevisionForm
{
    [StringLength(Scheme.TextLength, ErrorMessage = "理由不超过 {1} 字。")]
    public string? Reason { get; set; }
}

public sealed class SchemeStepForm
{
    public long Version { get; set; }
}
