using System.Globalization;
using OldEstateRenewal.Domain;
using OldEstateRenewal.Domain.CostSharing;

namespace OldEstateRenewal.Web.Features.Funding;

/// <summary>What the kinds of money are called in Chinese, and how amounts are written.</summary>
public static class FundingWords
{
    public static string Name(this FundingActKind kind) => kind switch
    {
        FundingActKind.Applied => "申请",
        FundingActKind.Approved => "批复",
        FundingActKind.Received => "到位",
        FundingActKind.Allotted => "分配",
        FundingActKind.Withdrawn => "收回",
        _ => "撤销",
    };

    public static string Name(this FundingKind kind) => kind switch { FundingKind.Source => "来源", FundingKind.Instrument => "投入方式", FundingKind.Revenue => "收益来源", _ => "管理要求" };

    /// <summary>Yuan with the thousands set apart: 1,234.50.</summary>
    public static string InYuan(this Money money) => money.Yuan.ToString("#,##0.00", CultureInfo.InvariantCulture);

    /// <summary>For a field: without commas.</summary>
    public static string? Typed(this decimal? yuan) => yuan?.ToString("0.00", CultureInfo.InvariantCulture);

    public static Money Total(this IEnumerable<Money> amounts) => amounts.Aggregate(Money.Zero, (sum, amount) => sum + amount);

    /// <summary>The part of the whole, cut, so that what is not finished never reads 100%.</summary>
    public static string Rate(Money part, Money whole) => whole <= Money.Zero ? "—" : new Fraction(part.Fen, whole.Fen).ToPercent();

    /// <summary>For the length of a bar: 0 to 100.</summary>
    public static int Bar(Money part, Money whole) => whole <= Money.Zero ? 0 : (int)Math.Clamp(part.Fen / (decimal)whole.Fen * 100, 0, 100);
}
