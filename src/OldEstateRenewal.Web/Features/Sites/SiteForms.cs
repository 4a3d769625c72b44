using System.ComponentModel.DataAnnotations;
using System.Text.RegularExpressions;
using OldEstateRenewal.Domain.Registry;
using OldEstateRenewal.Domain.Works;
using OldEstateRenewal.Web.Features.Shared;

namespace OldEstateRenewal.Web.Features.Sites;

/// <summary>What is typed about a firm that takes part.</summary>
public sealed partial class PartyForm : IValidatableObject
{
    private const decimal MostAmount = 100_000_000_000m;

    [Required(ErrorMessage = "请选择单位类别。")]
    public PartyKind? Kind { get; set; }

    [Required(ErrorMessage = "请填写单位名称。"), StringLength(SiteParty.FirmLength, ErrorMessage = "单位名称不超过 {1} 字。")]
    public string? Firm { get; set; }

    [StringLength(SiteParty.PostLength, ErrorMessage = "岗位不超过 {1} 字。")]
    public string? Post { get; set; }

    [StringLength(SiteParty.PhoneLength, ErrorMessage = "电话不超过 {1} 字。")]
    public string? OfficePhone { get; set; }

    [StringLength(SiteParty.ContractLength, ErrorMessage = "合同编号不超过 {1} 字。")]
    public string? ContractNumber { get; set; }

    public DateOnly? ContractOn { get; set; }

    public decimal? Amount { get; set; }

    /// <summary>The row that this one corrects.</summary>
    public Guid? Replaces { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (OfficePhone.OrNull() is { } phone && Phone(phone) is { } wrong) yield return new ValidationResult(wrong, [nameof(OfficePhone)]);
        if (Amount < 0) yield return new ValidationResult("合同金额不能为负数。", [nameof(Amount)]);
        if (Amount > MostAmount) yield return new ValidationResult("金额过大，请检查单位是否为元。", [nameof(Amount)]);
        else if (Amount is { } yuan && decimal.Truncate(yuan * 100) != yuan * 100) yield return new ValidationResult("金额最多两位小数（精确到分）。", [nameof(Amount)]);
    }

    private static string? Phone(string phone) =>
        PhoneNumber.Split(phone) is not [var number] || !PhoneNumber.IsPlausible(number) ? "请填写一个办公电话，如 0536-3112345。"
        : Mobile().IsMatch(number) ? "请填写单位的办公电话；个人手机号不登记。" : null;

    [GeneratedRegex("^1[3-9][0-9]{9}$")]
    private static partial Regex Mobile();
}

public sealed class AttendanceForm
{
    [Required(ErrorMessage = "请选择参与的环节。")]
    public PartyStage? Stage { get; set; }

    [Required(ErrorMessage = "请填写参与日期。")]
    public DateOnly? On { get; set; }

    [Required(ErrorMessage = "请填写做了什么。"), StringLength(PartyAttendance.TextLength, ErrorMessage = "内容不超过 {1} 字。")]
    public string? Text { get; set; }
}

public sealed class WatcherForm
{
    [Required(ErrorMessage = "请选择义务监督员或居民代表。")]
    public WatcherKind? Kind { get; set; }

    [Required(ErrorMessage = "请选择人员来源。")]
    public WatcherOrigin? Origin { get; set; }

    [Required(ErrorMessage = "请填写姓名。"), StringLength(SiteWatcher.NameLength, ErrorMessage = "姓名不超过 {1} 字。")]
    public string? Name { get; set; }

    [Required(ErrorMessage = "请填写推荐的社区。"), StringLength(SiteWatcher.CommunityLength, ErrorMessage = "社区不超过 {1} 字。")]
    public string? Community { get; set; }

    [Required(ErrorMessage = "请填写聘请日期。")]
    public DateOnly? AppointedOn { get; set; }
}

/// <summary>Why something ends, is removed or voided.</summary>
public sealed class ReasonForm
{
    [Required(ErrorMessage = "请写明原因。"), StringLength(200, ErrorMessage = "原因不超过 {1} 字。")]
    public string? Reason { get; set; }
}

/// <summary>Items of the catalogue to be carried out at one place in the same days.</summary>
public sealed class ItemsForm : IValidatableObject
{
    public List<string> Keys { get; set; } = [];

    /// <summary>The layer of each item, where it is not the catalogue's.</summary>
    public Dictionary<string, WorksPlace?> Layers { get; set; } = [];

    [Required(ErrorMessage = "请选择施工地点。")]
    public Guid? Place { get; set; }

    public DateOnly? PlannedStart { get; set; }

    public DateOnly? PlannedFinish { get; set; }

    [StringLength(SiteItem.RemarkLength, ErrorMessage = "说明不超过 {1} 字。")]
    public string? Remark { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Keys.Count == 0) yield return new ValidationResult("请勾选要施工的内容。", [nameof(Keys)]);
        if (PlannedFinish < PlannedStart) yield return new ValidationResult("计划完工不能早于计划开工。", [nameof(PlannedFinish)]);
    }
}

/// <summary>The planned days of an item.</summary>
public sealed class ItemPlanForm : IValidatableObject
{
    public DateOnly? PlannedStart { get; set; }

    public DateOnly? PlannedFinish { get; set; }

    [StringLength(SiteItem.RemarkLength, ErrorMessage = "工程说明不超过 {1} 字。")]
    public string? Note { get; set; }

    public long Version { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (PlannedFinish < PlannedStart) yield return new ValidationResult("计划完工不能早于计划开工。", [nameof(PlannedFinish)]);
    }
}

/// <summary>How far an item is. A button of the site page sends today and its percentage only.</summary>
public sealed class ProgressForm
{
    [Required(ErrorMessage = "请填写进度，0 至 100。"), Range(0, SiteProgress.Whole, ErrorMessage = "进度应为 {1} 至 {2} 的整数。")]
    public int? Percent { get; set; }

    public DateOnly? On { get; set; }

    public DateOnly? StartedOn { get; set; }

    public DateOnly? FinishedOn { get; set; }

    [StringLength(SiteProgress.RemarkLength, ErrorMessage = "说明不超过 {1} 字。")]
    public string? Remark { get; set; }

    /// <summary>Sent by a button: it is so today.</summary>
    public bool Now { get; set; }
}

public sealed class ProblemForm
{
    [Required(ErrorMessage = "请选择小区。")]
    public Guid? EstateId { get; set; }

    public Guid? ItemId { get; set; }

    [Required(ErrorMessage = "请选择问题类别。")]
    public ProblemKind? Kind { get; set; }

    [Required(ErrorMessage = "请选择严重程度。")]
    public ProblemSeverity? Severity { get; set; }

    [Required(ErrorMessage = "请写明问题。"), StringLength(SiteProblem.TextLength, ErrorMessage = "问题不超过 {1} 字。")]
    public string? Text { get; set; }

    [Required(ErrorMessage = "请填写发现日期。")]
    public DateOnly? FoundOn { get; set; }

    [Required(ErrorMessage = "请填写发现单位。"), StringLength(SiteProblem.WhoLength, ErrorMessage = "发现单位不超过 {1} 字。")]
    public string? FoundBy { get; set; }

    [Required(ErrorMessage = "请填写责任单位。"), StringLength(SiteProblem.WhoLength, ErrorMessage = "责任单位不超过 {1} 字。")]
    public string? Owner { get; set; }

    [Required(ErrorMessage = "请填写整改期限。")]
    public DateOnly? DueOn { get; set; }
}

public sealed class ProblemStepForm
{
    [Required(ErrorMessage = "请选择整改或复查的结果。")]
    public ProblemStepKind? Kind { get; set; }

    [Required(ErrorMessage = "请填写日期。")]
    public DateOnly? On { get; set; }

    [Required(ErrorMessage = "请写明情况。"), StringLength(SiteProblem.TextLength, ErrorMessage = "情况不超过 {1} 字。")]
    public string? Text { get; set; }
}

/// <summary>An inspection; what it found wrong becomes problems owed by one firm until one day.</summary>
public sealed class InspectionForm
{
    [Required(ErrorMessage = "请选择小区。")]
    public Guid? EstateId { get; set; }

    [Required(ErrorMessage = "请选择检查类别。")]
    public InspectionKind? Kind { get; set; }

    [Required(ErrorMessage = "请填写检查日期。")]
    public DateOnly? On { get; set; }

    [Required(ErrorMessage = "请填写检查单位。"), StringLength(SiteInspection.WhoLength, ErrorMessage = "检查单位不超过 {1} 字。")]
    public string? Inspector { get; set; }

    [Required(ErrorMessage = "请填写检查情况。"), StringLength(SiteInspection.TextLength, ErrorMessage = "检查情况不超过 {1} 字。")]
    public string? Result { get; set; }

    /// <summary>Which of the six hold.</summary>
    public List<DustMeasures> Held { get; set; } = [];

    [StringLength(SiteProblem.TextLength, ErrorMessage = "问题不超过 {1} 字。")]
    public string? Problem { get; set; }

    public ProblemSeverity Severity { get; set; }

    [StringLength(SiteProblem.WhoLength, ErrorMessage = "责任单位不超过 {1} 字。")]
    public string? Owner { get; set; }

    public DateOnly? DueOn { get; set; }

    public DustMeasures? Dust => Kind == InspectionKind.Dust ? Held.Aggregate(DustMeasures.None, (all, each) => all | (each & DustMeasures.All)) : null;
}

public sealed class TestForm
{
    [Required(ErrorMessage = "请选择小区。")]
    public Guid? EstateId { get; set; }

    [Required(ErrorMessage = "请填写材料。"), StringLength(MaterialTest.TextLength, ErrorMessage = "材料不超过 {1} 字。")]
    public string? Material { get; set; }

    [Required(ErrorMessage = "请填写批次。"), StringLength(MaterialTest.NumberLength, ErrorMessage = "批次不超过 {1} 字。")]
    public string? Batch { get; set; }

    [Required(ErrorMessage = "请填写报告编号。"), StringLength(MaterialTest.NumberLength, ErrorMessage = "报告编号不超过 {1} 字。")]
    public string? TestNumber { get; set; }

    [Required(ErrorMessage = "请填写检验机构。"), StringLength(MaterialTest.TextLength, ErrorMessage = "检验机构不超过 {1} 字。")]
    public string? Laboratory { get; set; }

    [Required(ErrorMessage = "请填写检验日期。")]
    public DateOnly? On { get; set; }

    [Required(ErrorMessage = "请选择检验结果。")]
    public bool? IsPassed { get; set; }

    [StringLength(SiteProblem.WhoLength, ErrorMessage = "责任单位不超过 {1} 字。")]
    public string? Owner { get; set; }

    public DateOnly? DueOn { get; set; }
}

public sealed partial class PassForm : IValidatableObject
{
    [Required(ErrorMessage = "请选择车辆种类。")]
    public LorryKind? Kind { get; set; }

    [Required(ErrorMessage = "请填写车牌号。"), StringLength(20, ErrorMessage = "车牌号不超过 {1} 字。")]
    public string? Plate { get; set; }

    [Required(ErrorMessage = "请填写行驶路线。"), StringLength(GreenPass.RouteLength, ErrorMessage = "路线不超过 {1} 字。")]
    public string? Route { get; set; }

    [Required(ErrorMessage = "请填写起始日期。")]
    public DateOnly? FromOn { get; set; }

    [Required(ErrorMessage = "请填写截止日期。")]
    public DateOnly? UntilOn { get; set; }

    /// <summary>The plate without dots and blanks, in capitals: 鲁V12345.</summary>
    public string PlateKept => Gaps().Replace(WrittenText.Plain(Plate ?? ""), "").ToUpperInvariant();

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Plate.OrNull() is not null && !Written().IsMatch(PlateKept)) yield return new ValidationResult("车牌号应如 鲁V12345。", [nameof(Plate)]);
        if (UntilOn < FromOn) yield return new ValidationResult("截止日期不能早于起始日期。", [nameof(UntilOn)]);
    }

    [GeneratedRegex("[\\s·•.\\-]+")]
    private static partial Regex Gaps();

    [GeneratedRegex("^[\u4e00-\u9fa5][A-Z][A-Z0-9]{5,6}$")]
    private static partial Regex Written();
}
