using OldEstateRenewal.Documents.Tables;
using OldEstateRenewal.Domain;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Collecting;

/// <summary>Overview, accounts and arrears as tables on paper and in Excel.</summary>
public static class CollectingTables
{
    private static CellFormat Yuan { get; } = CellFormat.Fixed(2, grouped: true);

    public static TableReport Balances(PaymentsPage page, Access access, DateTimeOffset at) => TableFile.Report(
        "居民出资收缴总览",
        [
            TableColumn.Serial<EstateBalance>(),
            new("小区", 20, row => row.Name),
            new("街道", 14, row => row.Street),
            new("户数", 7, row => (long?)row.Dwellings) { Total = ColumnTotal.Sum },
            Sum<EstateBalance>("应缴（元）", row => row.Sum.Billed),
            Sum<EstateBalance>("减免救助", row => row.Sum.Relieved),
            Sum<EstateBalance>("实缴", row => row.Sum.Paid),
            Sum<EstateBalance>("欠缴", row => row.Owed),
            new("欠缴户", 7, row => (long?)row.Owing) { Total = ColumnTotal.Sum },
            Sum<EstateBalance>("多缴", row => row.Prepaid, "[欠缴]-[应缴（元）]+[减免救助]+[实缴]"),
            Sum<EstateBalance>("全小区收入", row => row.ForEstate),
            new("缴清比例", 9, row => row.Share?.ToPercent()) { Alignment = ColumnAlignment.Right },
        ],
        page.Estates, access, at, [], "缴清比例＝（应缴－减免救助－欠缴）÷（应缴－减免救助）。全小区收入为公共收益、捐赠，不计入各户。账簿应收业主款余额＝欠缴－多缴－全小区收入。");

    public static TableReport Accounts(EstatePaymentsPage page, Access access, DateTimeOffset at) => TableFile.Report(
        $"{page.Estate.Name}收缴明细表",
        [
            TableColumn.Serial<DwellingAccount>(),
            new("楼栋", 12, row => row.Building),
            new("房屋", 14, row => row.Dwelling.Place),
            new("业主", 14, row => row.Dwelling.MaskedOwners),
            Sum<DwellingAccount>("应缴（元）", row => row.Balance.Billed),
            Sum<DwellingAccount>("减免救助", row => row.Balance.Relieved),
            Sum<DwellingAccount>("实缴", row => row.Balance.Paid),
            Sum<DwellingAccount>("欠缴", row => row.Balance.Owed, "MAX([应缴（元）]-[减免救助]-[实缴],0)"),
            new("状态", 9, row => row.Balance.Standing.Name()),
        ],
        page.Shown, access, at, [page.Filter == AccountFilter.All ? null : FilterName(page.Filter)], "姓名已隐去。");

    public static TableReport Arrears(ArrearsPage page, Access access, DateTimeOffset at) => TableFile.Report(
        "居民出资欠缴清单",
        [
            TableColumn.Serial<ArrearsLine>(),
            new("小区", 18, row => row.Estate),
            new("楼栋", 10, row => row.Building),
            new("房屋", 12, row => row.Place),
            new("业主", 12, row => row.MaskedOwners),
            Sum<ArrearsLine>("欠缴（元）", row => row.Ageing.Owed),
            new("缴费期限", 12, row => row.Ageing.Oldest.DueOn),
            new("逾期天数", 9, row => (long?)row.Ageing.Days),
            new("账龄", 14, row => row.Ageing.Bucket),
            new("催缴次数", 9, row => (long?)row.Reminders),
            new("最近催缴", 12, row => row.LastReminded),
        ],
        page.Shown, access, at, [page.Estate?.Name, page.Bucket], "先到期的账单先冲抵。姓名已隐去。");

    public static string FilterName(AccountFilter filter) => filter switch { AccountFilter.Unpaid => "未缴", AccountFilter.Part => "部分缴", AccountFilter.Paid => "已缴清", _ => "全部" };

    private static TableColumn<TRow> Sum<TRow>(string header, Func<TRow, Money> of, string? formula = null) => new(header, 14, row => of(row).Yuan) { Format = Yuan, Formula = formula, Total = ColumnTotal.Sum };
}
