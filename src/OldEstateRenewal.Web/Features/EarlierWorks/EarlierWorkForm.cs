using System.ComponentModel.DataAnnotations;
using OldEstateRenewal.Domain;
using OldEstateRenewal.Domain.Registry;
using OldEstateRenewal.Web.Features.Shared;

namespace OldEstateRenewal.Web.Features.EarlierWorks;

/// <summary>What a clerk types about earlier works.</summary>
public sealed class EarlierWorkForm
{
    private const decimal MostAmount = 100_000_000_000m;

    [Required(ErrorMessage = "请选择改造类别。")]
    public RenewalProgramme? Programme { get; set; }

    [Required(ErrorMessage = "请填写年份。"), Range(EarlierWork.EarliestYear, EarlierWork.LatestYear, ErrorMessage = "年份应为 {1} 至 {2}。")]
    public int? Year { get; set; }

    /// <summary>Empty for the whole estate.</summary>
    public Guid? BuildingId { get; set; }

    /// <summary>Empty for the whole programme.</summary>
    public string? ItemKey { get; set; }

    public bool HasCentralMoney { get; set; }

    [CustomValidation(typeof(EarlierWorkForm), nameof(CheckAmount))]
    public decimal? Amount { get; set; }

    [StringLength(EarlierWork.DocumentLength, ErrorMessage = "文号不超过 {1} 字。")]
    public string? DocumentNumber { get; set; }

    [StringLength(EarlierWork.RemarkLength, ErrorMessage = "备注不超过 {1} 字。")]
    public string? Remark { get; set; }

    /// <summary>The warnings have been read.</summary>
    public bool Confirmed { get; set; }

    public static ValidationResult? CheckAmount(decimal? yuan) => yuan switch
    {
        < 0 => new ValidationResult("金额不能为负数。"),
        > MostAmount => new ValidationResult("金额过大，请检查单位是否为元。"),
        { } exact when decimal.Truncate(exact * 100) != exact * 100 => new ValidationResult("金额最多两位小数（精确到分）。"),
        _ => ValidationResult.Success,
    };

    public EarlierWork ToWork(Guid estateId, string? itemName, string by, DateTimeOffset at) => new()
    {
        EstateId = estateId,
        Programme = Programme!.Value,
        Year = Year!.Value,
        BuildingId = BuildingId,
        ItemKey = ItemKey.OrNull(),
        ItemName = itemName,
        HasCentralMoney = HasCentralMoney,
        Amount = Amount is { } yuan ? Money.FromYuan(yuan) : null,
        DocumentNumber = DocumentNumber.OrNull(),
        Remark = Remark.OrNull(),
        RecordedBy = by,
        RecordedAt = at,
    };
}
