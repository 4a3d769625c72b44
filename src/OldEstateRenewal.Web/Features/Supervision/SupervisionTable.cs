using OldEstateRenewal.Documents.Tables;
using OldEstateRenewal.Domain.Supervision;
using OldEstateRenewal.Web.Features.Bulletins;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Supervision;

/// <summary>全市调度表: one column list for spreadsheet, PDF and Word.</summary>
public static class SupervisionTable
{
    public static readonly IReadOnlyList<string> ShownRates = [RateKeys.Start, RateKeys.Completion, RateKeys.Investment, RateKeys.Payment, RateKeys.OnTime];

    public static TableReport<CountyLine> Of(CityPage page, Access access, DateTimeOffset at) => TableFile.Report($"{page.Year}年城镇老旧小区改造调度汇总表", Columns, page.Lines, access, at, [$"{page.Reported}/{page.Counties} 个县（市、区）有审定数据"],
        "数据取各县（市、区）最近审定的一周。");

    private static readonly List<TableColumn<CountyLine>> Columns =
    [
        new("名次", 6, line => (long?)line.Place.Rank),
        new("县（市、区）", 14, line => line.County.Name) { Total = ColumnTotal.Label },
        new("灯", 5, line => line.Light.InWords),
        Planned(IndicatorKeys.Estates), Planned(IndicatorKeys.Households), Actual(IndicatorKeys.StartedEstates), Actual(IndicatorKeys.CompletedEstates), Actual(IndicatorKeys.Investment), Actual(IndicatorKeys.Paid),
        .. ShownRates.Select(key => new TableColumn<CountyLine>(Rates.Find(key)!.Name, 9, line => line.County.HasReported ? line.Rate(key).Text : "未报") { Alignment = ColumnAlignment.Right }),
        Actual(IndicatorKeys.OverdueProblems),
        new("得分", 8, line => line.Place.TotalText) { Alignment = ColumnAlignment.Right },
        new("数据截至", 11, line => line.County.Week is { } week ? (DateOnly?)week.AddDays(6) : null),
    ];

    private static TableColumn<CountyLine> Planned(string key) => Column(Indicators.Get(key), "计划", line => line.Planned(key));

    private static TableColumn<CountyLine> Actual(string key) => Column(Indicators.Get(key), "", line => line.Actual(key));

    private static TableColumn<CountyLine> Column(Indicator indicator, string side, Func<CountyLine, decimal?> of) => new($"{side}{indicator.Name}\n（{indicator.Unit}）", indicator.Nature == IndicatorNature.Money ? 15 : 10, line => of(line)) { Format = BulletinTables.FormatOf(indicator), Total = ColumnTotal.Sum };
}
