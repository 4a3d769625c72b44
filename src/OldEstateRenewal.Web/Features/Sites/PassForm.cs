using System.ComponentModel.DataAnnotations;
using System.Text.RegularExpressions;
using OldEstateRenewal.Domain.Registry;
using OldEstateRenewal.Web.Features.Shared;

namespace OldEstateRenewal.Web.Features.Sites;

/// <summary>What is typed for a pass.</summary>
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
