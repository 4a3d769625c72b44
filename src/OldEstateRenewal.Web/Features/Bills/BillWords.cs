using OldEstateRenewal.Domain.CostSharing;

namespace OldEstateRenewal.Web.Features.Bills;

public static class BillWords
{
    /// <summary>The last part of a run of differences.</summary>
    public const string Before = "减：此前已出账";

    private const int MostNamed = 10;

    public static string Title(BillRun run) => run.IsDifference ? "结算差额账单" : "分户账单";

    public static string Name(this BillRunState state) => state switch { BillRunState.Draft => "试算", BillRunState.Issued => "已出账", _ => "已撤销" };

    public static string Css(this BillRunState state) => state switch { BillRunState.Draft => "warn", BillRunState.Issued => "good", _ => "" };

    public static string Name(this DwellingStanding standing) => standing switch
    {
        DwellingStanding.NotBilled => "未出账",
        DwellingStanding.Unpaid => "未缴",
        DwellingStanding.Part => "部分缴",
        DwellingStanding.Settled => "已缴清",
        _ => "多缴",
    };

    public static string Css(this DwellingStanding standing) => standing switch { DwellingStanding.Settled => "good", DwellingStanding.Unpaid => "bad", DwellingStanding.NotBilled => "", _ => "warn" };

    /// <summary>The colour of a cell of the 楼盘表.</summary>
    public static string Cell(this DwellingStanding standing) => standing switch { DwellingStanding.Settled => "agree", DwellingStanding.Unpaid => "oppose", DwellingStanding.Part => "part", DwellingStanding.Over => "abstain", _ => "" };

    public static string Name(this SplitBy split) => split switch { SplitBy.Dwelling => "按户均摊", SplitBy.Area => "按专有部分面积", SplitBy.Storey => "按楼层系数", _ => "按楼层系数与面积之积" };

    public static bool HasStoreys(this SplitBy split) => split is SplitBy.Storey or SplitBy.StoreyAndArea;

    public static bool HasAreas(this SplitBy split) => split is SplitBy.Area or SplitBy.StoreyAndArea;

    public static string Words(this HouseholdSplit split) =>
        split.By.Name() + (split.By.HasStoreys() ? "：" + string.Join("、", split.Coefficients.Select(step => $"{(step.From == step.To ? $"{step.From}" : $"{step.From}—{step.To}")} 层 {SplitText.Words(step.Coefficient)}")) : "");

    public static string Name(this ReliefKind kind) => kind switch { ReliefKind.Exemption => "减免", ReliefKind.Aid => "救助", _ => "撤销" };

    /// <summary>The first of many names, and how many there are.</summary>
    public static string Named(IReadOnlyCollection<string> names) => string.Join("、", names.Take(MostNamed)) + (names.Count > MostNamed ? $"等 {names.Count} 户" : "");
}
