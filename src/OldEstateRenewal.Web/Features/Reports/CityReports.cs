using OldEstateRenewal.Documents.Tables;
using OldEstateRenewal.Domain.Supervision;
using OldEstateRenewal.Web.Features.Bulletins;
using OldEstateRenewal.Web.Features.Messages;
using OldEstateRenewal.Web.Features.Reviews;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Features.Supervision;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Reports;

/// <summary>Reports of a city over its counties, from what its pages show.</summary>
internal static class CityReports
{
    private const string Newest = "数据取各县（市、区）最近审定的一周；未审定或重开的不计。";

    public static IReadOnlyList<ReportEntry> All { get; } =
    [
        new("city-progress", "全市进度汇总表", ReportGroup.City, Duty.Supervise, async source => SupervisionTable.Of(await CityAsync(source), source.Access, source.At)) { Takes = [ReportParameter.Year] },
        new("city-ranking", "各县（市、区）排名表", ReportGroup.City, Duty.Supervise, async source => Ranking(await CityAsync(source), source)) { Takes = [ReportParameter.Year] },
        new("city-funds", "各县（市、区）资金情况表", ReportGroup.City, Duty.Supervise, async source => Funds(await CityAsync(source), source)) { Takes = [ReportParameter.Year] },
        new("city-bulletins", "月通报印发签收表", ReportGroup.City, Duty.Supervise, async source => Bulletins(await source.Get<BulletinReader>().IndexAsync(), source)),
        new("city-reviews", "方案会审情况表", ReportGroup.City, Duty.Supervise, async source => Reviews(await source.Get<CityReviews>().QueueAsync(), source)),
        new("city-messages", "督办通知落实情况表", ReportGroup.City, Duty.Supervise, async source => Messages(await source.Get<MessageReader>().IndexAsync(), source)),
    ];

    private static Task<CityPage> CityAsync(ReportSource source) => source.Get<SupervisionBoard>().CityAsync(source.Values.Year, null);

    private static TableReport<CountyLine> Ranking(CityPage page, ReportSource source) => TableFile.Report($"{page.Year}年城镇老旧小区改造排名表",
    [
        new TableColumn<CountyLine>("名次", 6, line => (long?)line.Place.Rank),
        new TableColumn<CountyLine>("县（市、区）", 14, line => line.County.Name),
        new TableColumn<CountyLine>("得分", 9, line => line.Place.TotalText) { Alignment = ColumnAlignment.Right },
        .. Rates.All.Select(rate => new TableColumn<CountyLine>(rate.Name, 10, line => line.County.HasReported ? line.Rate(rate.Key).Text : "未报") { Alignment = ColumnAlignment.Right }),
        new TableColumn<CountyLine>("数据截至", 11, line => line.County.Week is { } week ? (DateOnly?)week.AddDays(6) : null),
    ], page.Lines, source.Access, source.At, [], Newest, $"名次按排名办法：{string.Join("，", page.Rule.Criteria.Select(criterion => $"{criterion.Name} {criterion.Weight}"))}。");

    private static TableReport<CountyLine> Funds(CityPage page, ReportSource source) => TableFile.Report($"{page.Year}年城镇老旧小区改造资金情况表",
    [
        new TableColumn<CountyLine>("县（市、区）", 14, line => line.County.Name) { Total = ColumnTotal.Label },
        .. Indicators.All.Where(indicator => indicator.Group == IndicatorGroup.Money && indicator.Adds).SelectMany(Columns),
        new TableColumn<CountyLine>("数据截至", 11, line => line.County.Week is { } week ? (DateOnly?)week.AddDays(6) : null),
    ], page.Lines, source.Access, source.At, [], Newest, "空白为未报；合计不含未报的。");

    private static IEnumerable<TableColumn<CountyLine>> Columns(Indicator indicator)
    {
        if (indicator.HasPlan) yield return Column(indicator, "计划", line => line.Planned(indicator.Key));
        yield return Column(indicator, indicator.HasPlan ? "实际" : "", line => line.Actual(indicator.Key));
    }

    private static TableColumn<CountyLine> Column(Indicator indicator, string side, Func<CountyLine, decimal?> of) => new($"{indicator.Name}{side}\n（{indicator.Unit}）", 15, line => of(line)) { Format = BulletinTables.FormatOf(indicator), Total = ColumnTotal.Sum };

    private static TableReport<Bulletin> Bulletins(BulletinIndex index, ReportSource source) => TableFile.Report("月通报印发签收表",
    [
        TableColumn.Serial<Bulletin>(),
        new TableColumn<Bulletin>("通报", 18, bulletin => BulletinWords.NameOf(bulletin)),
        new TableColumn<Bulletin>("标题", 44, bulletin => bulletin.Title),
        new TableColumn<Bulletin>("文号", 20, bulletin => bulletin.Number),
        new TableColumn<Bulletin>("印发", 12, bulletin => bulletin.IssuedOn),
        new TableColumn<Bulletin>("已签收（县）", 10, bulletin => (long?)index.CountiesRead.GetValueOrDefault(bulletin.Id)) { Format = CellFormat.Whole },
        new TableColumn<Bulletin>("应签收（县）", 10, _ => (long?)index.Counties) { Format = CellFormat.Whole },
    ], index.Bulletins.Where(bulletin => bulletin.State == BulletinState.Issued).ToList(), source.Access, source.At, []);

    private static TableReport<CityLine> Reviews(IReadOnlyList<CityLine> lines, ReportSource source) => TableFile.Report("方案会审情况表",
    [
        TableColumn.Serial<CityLine>(),
        new TableColumn<CityLine>("县（市、区）", 14, line => line.County),
        new TableColumn<CityLine>("项目", 30, line => line.Project),
        new TableColumn<CityLine>("方案", 10, line => line.Scheme),
        new TableColumn<CityLine>("报送", 12, line => line.SentOn),
        new TableColumn<CityLine>("会审", 10, line => line.State == ReviewState.Open ? "待会审" : line.State == ReviewState.Passed ? "通过" : "退回"),
        new TableColumn<CityLine>("会审日期", 12, line => line.Decision?.On),
        new TableColumn<CityLine>("理由", 40, line => line.Decision?.Reasons),
    ], lines, source.Access, source.At, []);

    private static TableReport<(Message Message, MessageCounty County)> Messages(IReadOnlyList<MessageLine> lines, ReportSource source)
    {
        var today = DateOnly.FromDateTime(source.At.ToChina().DateTime);
        return TableFile.Report("督办通知落实情况表",
        [
            new TableColumn<(Message Message, MessageCounty County)>("通知", 36, row => row.Message.Title),
            new TableColumn<(Message Message, MessageCounty County)>("发出", 12, row => row.Message.SentAt is { } at ? (DateOnly?)DateOnly.FromDateTime(at.ToChina().DateTime) : null),
            new TableColumn<(Message Message, MessageCounty County)>("答复期限", 12, row => row.Message.AnswerBy),
            new TableColumn<(Message Message, MessageCounty County)>("县（市、区）", 14, row => row.County.Name),
            new TableColumn<(Message Message, MessageCounty County)>("状态", 12, row => row.County.Standing(row.Message, today).Name()),
            new TableColumn<(Message Message, MessageCounty County)>("答复", 60, row => string.Join("；", row.County.Answers.Select(answer => answer.Text))),
        ], lines.Where(line => line.Message.State == MessageState.Sent).SelectMany(line => line.Counties.Select(county => (line.Message, County: county))).ToList(), source.Access, source.At, []);
    }
}
