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
