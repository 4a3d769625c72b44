using System.ComponentModel.DataAnnotations;
using OldEstateRenewal.Web.Features.Shared;

namespace OldEstateRenewal.Web.Features.Ballots;

/// <summary>What is typed for a water-off notice. Nothing of it is kept: it goes on paper and on the wall.</summary>
public sealed class WaterNoticeForm : IValidatableObject
{
    [Required(ErrorMessage = "请选择立管。"), StringLength(200, ErrorMessage = "立管不超过 {1} 字。")]
    public string? Place { get; set; }

    [Required(ErrorMessage = "请填写停水日期，如 2026-12-01。")]
    public DateOnly? FromOn { get; set; }

    [Required(ErrorMessage = WallTime.Wrong), RegularExpression(WallTime.Pattern, ErrorMessage = WallTime.Wrong)]
    public string? FromTime { get; set; } = "08:00";

    [Required(ErrorMessage = "请填写恢复供水日期，如 2026-12-01。")]
    public DateOnly? UntilOn { get; set; }

    [Required(ErrorMessage = WallTime.Wrong), RegularExpression(WallTime.Pattern, ErrorMessage = WallTime.Wrong)]
    public string? UntilTime { get; set; } = "18:00";

    [Required(ErrorMessage = "请填写联系电话。"), StringLength(60, ErrorMessage = "电话不超过 {1} 字。")]
    public string? Phone { get; set; }

    [StringLength(100, ErrorMessage = "取水点不超过 {1} 字。")]
    public string? Tap { get; set; }

    [Required(ErrorMessage = "请填写张贴单位。"), StringLength(60, ErrorMessage = "张贴单位不超过 {1} 字。")]
    public string? Issuer { get; set; }

    public DateTime? From => WallTime.At(FromOn, FromTime);

    public DateTime? Until => WallTime.At(UntilOn, UntilTime);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (From >= Until) yield return new ValidationResult("恢复供水应在停水之后。", [nameof(UntilOn)]);
    }
}

public sealed record WaterNoticePage(Ballot Ballot, WaterNoticeForm Form, IReadOnlyList<string> Risers);
