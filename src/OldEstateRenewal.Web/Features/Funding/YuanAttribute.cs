using System.ComponentModel.DataAnnotations;

namespace OldEstateRenewal.Web.Features.Funding;

/// <summary>A figure with two decimals at most, such as yuan to the 分: above nothing unless it may be nothing, and no slip of the unit.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class YuanAttribute(string name) : ValidationAttribute
{
    private const decimal Most = 100_000_000_000m;

    public string Name => name;

    public bool MayBeNothing { get; init; }

    public bool MayBeNegative { get; init; }

    protected override ValidationResult? IsValid(object? value, ValidationContext validationContext) => value is decimal yuan && WhyNot(yuan) is { } wrong ? new ValidationResult(wrong, [validationContext.MemberName!]) : null;

    private string? WhyNot(decimal yuan) =>
        Math.Abs(yuan) > Most ? $"{Name}过大，请检查单位。"
        : decimal.Truncate(yuan * 100) != yuan * 100 ? $"{Name}最多两位小数。"
        : yuan < 0 && !MayBeNegative ? $"{Name}不能为负数。"
        : yuan == 0 && !MayBeNothing ? $"{Name}须大于 0。"
        : null;
}
