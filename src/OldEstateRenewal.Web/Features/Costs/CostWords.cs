using System.Globalization;
using OldEstateRenewal.Domain;

namespace OldEstateRenewal.Web.Features.Costs;

public static class CostWords
{
    public static string Name(this CostStage stage) => stage switch { CostStage.Estimate => "估算", CostStage.Budget => "预算", CostStage.Contract => "合同价", _ => "结算" };

    /// <summary>Whether a sheet of the stage is reviewed by others (财政评审、结算审计), and not only drawn up.</summary>
    public static bool IsReviewed(this CostStage stage) => stage is CostStage.Budget or CostStage.Settlement;

    public static string DateName(this CostStage stage) => stage.IsReviewed() ? "评审日期" : "编制日期";

    public static string Name(this CostState state) => state switch { CostState.Draft => "编制中", CostState.Fixed => "已确定", _ => "已放弃" };

    public static string Css(this CostState state) => state switch { CostState.Fixed => "good", CostState.Draft => "warn", _ => "" };

    public static string Name(this CostLineKind kind) => kind switch
    {
        CostLineKind.Works => "工程费",
        CostLineKind.Fee => "配套费",
        CostLineKind.Design => "设计费",
        CostLineKind.Supervision => "监理费",
        CostLineKind.Other => "其他费",
        _ => "预备费",
    };

    public static string NameOf(CostSheet sheet) => $"{sheet.Stage.Name()}第{sheet.Number}版";

    /// <summary>What the facts are called that cost rules ask for; a fact that only a county's own document knows keeps the name it has there.</summary>
    public static string Trait(string trait) => trait switch
    {
        CostTraits.ConnectionFee => "配套费",
        "ducts" => "通信管道及桥架",
        "publicHousing" => "涉及公有住房",
        "obstacle" => "户内障碍物",
        "income" => "有收益",
        "publicWelfare" => "公益性",
        _ => trait,
    };

    /// <summary>For reading only: a ratio with two decimals.</summary>
    public static string Two(Fraction ratio) => ratio.ToDecimal().ToString("0.00", CultureInfo.InvariantCulture);

    /// <summary>By how much a sum differs from an earlier one, in percent with sign; null when there was nothing.</summary>
    public static string? Percent(Money before, Money after) =>
        before.Fen == 0 ? null : new Fraction((after.Fen - before.Fen) * 100, before.Fen).ToDecimal().ToString("+0.00;-0.00;0.00", CultureInfo.InvariantCulture) + "%";

    public static string Signed(Money difference) => (difference > Money.Zero ? "+" : "") + difference;
}
