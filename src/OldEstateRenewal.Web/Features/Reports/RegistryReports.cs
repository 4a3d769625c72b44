using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Documents.Tables;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Ballots;
using OldEstateRenewal.Web.Features.EarlierWorks;
using OldEstateRenewal.Web.Features.Eligibility;
using OldEstateRenewal.Web.Features.Estates;
using OldEstateRenewal.Web.Features.Policies;
using OldEstateRenewal.Web.Features.PropertyServices;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Features.Twins;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Reports;

/// <summary>Reports of estates, buildings, dwellings and rolls.</summary>
internal static class RegistryReports
{
    private const string Every = "全部小区";

    public static IReadOnlyList<ReportEntry> All { get; } =
    [
        new("estates", "小区台账", ReportGroup.Registry, Duty.ReadRegistry, EstatesAsync),
        new("buildings", "楼栋表", ReportGroup.Registry, Duty.ReadRegistry, BuildingsAsync) { Takes = [ReportParameter.Estate] },
        new("dwellings", "住户表", ReportGroup.Registry, Duty.ReadHouseholds, DwellingsAsync) { Takes = [ReportParameter.Estate], IsHousehold = true },
        new("roll", "表决名册", ReportGroup.Registry, Duty.ReadHouseholds, RollAsync) { Needs = [ReportParameter.Estate], IsHousehold = true, Nothing = "该小区没有表决。" },
        new("eligibility", "资格认定表", ReportGroup.Registry, Duty.ReadRegistry, EligibilityAsync) { Nothing = "现行政策没有认定条件。" },
        new("earlier-works", "既往改造登记表", ReportGroup.Registry, Duty.ReadRegistry, async source => WorksTable.Of(await WorksLines.IndexAsync(source.Get<PortalDbContext>(), null, null), source.Access, source.At)),
        new("twins", "疑似重复登记表", ReportGroup.Registry, Duty.ReadRegistry, async source => TableFile.Report("疑似重复登记的小区", TwinTable.Columns, await source.Get<TwinBoard>().ReadAsync(), source.Access, source.At, ["含已判断的"])),
        new("after-works", "改后跟踪表", ReportGroup.Registry, Duty.ReadProjects, async source => AftercareTable.Make(await source.Get<AftercareBook>().BoardAsync(), source.Access, source.At)),
    ];

    private static async Task<TableReport?> EstatesAsync(ReportSource source)
    {
        var known = await source.Get<EstateStandings>().ReadAsync();
        var rows = EstateTables.Rows(EstateList.Ordered(source.Get<PortalDbContext>(), new EstateQuery(null, null, EstateOrder.Name, false, 1), known));
        return TableFile.Report("老旧小区台账", EstateTables.Estates(known), rows, source.Access, source.At, []);
    }

    private static async Task<TableReport?> BuildingsAsync(ReportSource source) => await NameAsync(source) is { } name
        ? TableFile.Report("老旧小区楼栋表", EstateTables.Buildings, EstateTables.Rows(source.Get<PortalDbContext>(), source.Values.Estate), source.Access, source.At, [name]) : null;

    private static async Task<TableReport?> DwellingsAsync(ReportSource source) => await NameAsync(source) is { } name
        ? TableFile.Report("老旧小区住户表", EstateTables.Dwellings, EstateTables.Homes(source.Get<PortalDbContext>(), source.Values.Estate), source.Access, source.At, [name], "业主姓名已隐去，不含电话、证件号码。") : null;

    private static async Task<TableReport?> RollAsync(ReportSource source)
    {
        var estate = source.Values.Estate;
        var newest = await source.Get<PortalDbContext>().Ballots.Where(b => b.EstateId == estate).OrderByDescending(b => b.Id).Select(b => (Guid?)b.Id).FirstOrDefaultAsync();
        return newest is { } id && await source.Get<BallotReader>().RollAsync(id) is { } page ? RollTable.Of(page, source.Access, source.At) : null;
    }

    private static async Task<TableReport?> EligibilityAsync(ReportSource source)
    {
        var board = await EligibilityBoard.ReadAsync(source.Get<PortalDbContext>(), await source.Get<PolicyShelf>().TodayAsync(), new EligibilityQuery(null, null, null, null));
        return board.Rule is null ? null : EligibilityTable.Of(board, source.Tenant, source.At);
    }

    private static async Task<string?> NameAsync(ReportSource source) =>
        source.Values.Estate is { } id ? await source.Get<PortalDbContext>().Estates.Where(e => e.Id == id).Select(e => e.Name).SingleOrDefaultAsync() : Every;
}
