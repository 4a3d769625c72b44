using OldEstateRenewal.Documents.Tables;
using OldEstateRenewal.Web.Features.Dispatches;
using OldEstateRenewal.Web.Features.Handovers;
using OldEstateRenewal.Web.Features.Projects;
using OldEstateRenewal.Web.Features.Schemes;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Features.Sites;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Reports;

/// <summary>Reports of projects, sites and the weekly dispatch.</summary>
internal static class ProjectReports
{
    public static IReadOnlyList<ReportEntry> All { get; } =
    [
        new("projects", "改造项目进度表", ReportGroup.Projects, Duty.ReadProjects, ProjectsAsync) { Takes = [ReportParameter.Year], Nothing = "该年度还没有改造项目。" },
        new("dispatch", "周调度表", ReportGroup.Projects, Duty.ReadProjects, DispatchAsync) { Takes = [ReportParameter.Week] },
        new("scheme", "改造方案内容表", ReportGroup.Projects, Duty.ReadProjects, SchemeAsync) { Needs = [ReportParameter.Project], Nothing = "该项目还没有改造方案。" },
        new("site-items", "施工进度表", ReportGroup.Projects, Duty.ReadProjects, async source => await SiteAsync(source) is { } page ? SiteTables.Items(page, source.Access, source.At) : null) { Needs = [ReportParameter.Project] },
        new("site-problems", "现场问题台账", ReportGroup.Projects, Duty.ReadProjects, async source => await SiteAsync(source) is { } page ? SiteTables.Problems(source.Get<SiteReader>().ProblemsOf(page), source.Access, source.At) : null) { Needs = [ReportParameter.Project] },
        new("handovers", "设施移交清单", ReportGroup.Projects, Duty.ReadProjects, HandoversAsync) { Needs = [ReportParameter.Project] },
    ];

    private static Task<SitePage?> SiteAsync(ReportSource source) => source.Get<SiteReader>().PageAsync(source.Values.Project!.Value);

    private static async Task<TableReport?> ProjectsAsync(ReportSource source)
    {
        var board = await source.Get<ProjectReader>().BoardAsync(source.Values.Year);
        return board.Rows.Count == 0 ? null : ProjectTable.Make(board, source.Tenant, source.At);
    }

    private static async Task<TableReport?> DispatchAsync(ReportSource source)
    {
        var reader = source.Get<WeekReader>();
        return await reader.WeekAsync(source.Values.Week ?? ReportChoices.WeekOf(DispatchWeek.MondayOf(reader.Today))) is { } week ? DispatchTable.Of(await reader.PageAsync(week), source.Access, source.At) : null;
    }

    private static async Task<TableReport?> SchemeAsync(ReportSource source)
    {
        var reader = source.Get<SchemeReader>();
        return await reader.NewestAsync(source.Values.Project!.Value) is { } newest && await reader.FindAsync(newest.Id) is { } scheme ? SchemeTable.Of(await reader.CheckAsync(scheme), source.Access.Tenant, source.At) : null;
    }

    private static async Task<TableReport?> HandoversAsync(ReportSource source) =>
        await source.Get<HandoverService>().BoardAsync(source.Values.Project!.Value, new HandoverListForm()) is { } board ? HandoverTable.Make(board.Project, board.Items, source.Access.Tenant, source.At.ToChina()) : null;
}
