using System.ComponentModel.DataAnnotations;
using OldEstateRenewal.Domain;
using OldEstateRenewal.Domain.Planning;
using OldEstateRenewal.Web.Features.Shared;

namespace OldEstateRenewal.Web.Features.Balances;

/// <summary>A balance as it is typed: years, rate, assumptions, and its lines.</summary>
public sealed class BalanceForm
{
    [Required(ErrorMessage = "请填写起始年份。"), Range(2000, 2100, ErrorMessage = "起始年份应为 2000 至 2100。")]
    public int? FirstYear { get; set; }

    [Required(ErrorMessage = "请填写测算年数。"), Range(1, BalanceSheet.MostYears, ErrorMessage = "测算年数应为 1 至 50。")]
    public int? Years { get; set; }

    [Range(typeof(decimal), "0", "100", ErrorMessage = "折现率应为 0 至 100（%）。")]
    public decimal? DiscountRate { get; set; }

    [StringLength(BalanceSheet.TextLength, ErrorMessage = "测算假设不超过 {1} 字。")]
    public string? Assumptions { get; set; }

    public List<BalanceLineForm> Lines { get; set; } = [];

    public long Version { get; set; }

    public static BalanceForm Of(BalanceSheet sheet) => new()
    {
        FirstYear = sheet.FirstYear,
        Years = sheet.Years,
        DiscountRate = sheet.DiscountRate / 1.0000m,
        Assumptions = sheet.Assumptions,
        Lines = sheet.Lines.OrderBy(line => line.Sequence).Select(BalanceLineForm.Of).ToList(),
        Version = sheet.Version,
    };
}

public sealed class BalanceLineForm
{
    public Guid? Id { get; set; }

    public BalanceSide Side { get; set; }

    [StringLength(60, ErrorMessage = "请从列出的收益来源中选择。")]
    public string? RevenueKey { get; set; }

    [StringLength(Projects.Project.NameLength, ErrorMessage = "名称不超过 {1} 字。")]
    public string? Name { get; set; }

    [Range(2000, 2200, ErrorMessage = "年份有误。")]
    public int? FromYear { get; set; }

    [Range(2000, 2200, ErrorMessage = "年份有误。")]
    public int? UntilYear { get; set; }

    [Range(typeof(decimal), "0.001", "10000000", ErrorMessage = "数量应大于 0，不超过 10000000。")]
    public decimal? Quantity { get; set; }

    [StringLength(20, ErrorMessage = "单位不超过 {1} 字。")]
    public string? Unit { get; set; }

    [Range(typeof(decimal), "0", "10000000000", ErrorMessage = "金额应为 0 至 100 亿元。")]
    public decimal? UnitAmount { get; set; }

    [Range(typeof(decimal), "-100", "100", ErrorMessage = "年增长应为 -100 至 100（%）。")]
    public decimal? Growth { get; set; }

    [StringLength(300, ErrorMessage = "依据不超过 {1} 字。")]
    public string? Basis { get; set; }

    public bool Remove { get; set; }

    /// <summary>An empty row of the form is no line.</summary>
    public bool IsEmpty => Id is null && Name.OrNull() is null && RevenueKey.OrNull() is null && Quantity is null && UnitAmount is null && FromYear is null && UntilYear is null && Basis.OrNull() is null;

    public static BalanceLineForm Of(BalanceLine line) => new()
    {
        Id = line.Id,
        Side = line.Side,
        RevenueKey = line.RevenueKey,
        Name = line.Name,
        FromYear = line.FromYear,
        UntilYear = line.UntilYear,
        Quantity = line.Quantity / 1.000m,
        Unit = line.Unit,
        UnitAmount = line.UnitAmount.Yuan,
        Growth = line.Growth / 1.0000m,
        Basis = line.Basis,
    };

    /// <summary>What is missing or does not fit, by field.</summary>
    public IEnumerable<(string Field, string Text)> Problems()
    {
        if (Name.OrNull() is null && RevenueKey.OrNull() is null) yield return (nameof(Name), "请写明名称，或选择收益来源。");
        if (FromYear is null) yield return (nameof(FromYear), "请填写起始年。");
        if (UntilYear is null) yield return (nameof(UntilYear), "请填写终止年。");
        if (UntilYear < FromYear) yield return (nameof(UntilYear), "终止年不早于起始年。");
        if (Quantity is null) yield return (nameof(Quantity), "请填写数量。");
        if (decimal.Round(Quantity ?? 0, 3) != (Quantity ?? 0)) yield return (nameof(Quantity), "数量最多 3 位小数。");
        if (UnitAmount is null) yield return (nameof(UnitAmount), "请填写每单位每年的金额。");
        if (decimal.Round(UnitAmount ?? 0, 2) != (UnitAmount ?? 0)) yield return (nameof(UnitAmount), "金额精确到分。");
        if (decimal.Round(Growth ?? 0, 4) != (Growth ?? 0)) yield return (nameof(Growth), "年增长最多 4 位小数。");
    }

    public void WriteTo(BalanceLine line, string name)
    {
        (line.Side, line.RevenueKey, line.Name) = (Side, Side == BalanceSide.Income ? RevenueKey.OrNull() : null, name);
        (line.FromYear, line.UntilYear, line.Quantity, line.Unit) = (FromYear!.Value, UntilYear!.Value, Quantity!.Value, Unit.OrNull() ?? "项");
        (line.UnitAmount, line.Growth, line.Basis) = (Money.FromYuan(UnitAmount!.Value), Growth ?? 0, Basis.OrNull());
    }
}

/// <summary>A step of a sheet: fixed, or given up, as it was looked at.</summary>
public sealed class BalanceStepForm
{
    [Required(ErrorMessage = "页面已过期，请刷新后再试。")]
    public long? Version { get; set; }
}
