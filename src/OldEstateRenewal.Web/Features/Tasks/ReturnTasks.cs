using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Dispatches;
using OldEstateRenewal.Web.Features.Policies;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Tasks;

/// <summary>Figures that county or city sent back, and that are neither corrected nor answered.</summary>
public sealed class ReturnTasks(PortalDbContext db, PolicyShelf policies, CurrentAccess access) : ITaskSource
{
    private static readonly string[] unfiltered = [PortalDbContext.TenantFilter];

    public async Task<IReadOnlyList<WaitingTask>> ReadAsync()
    {
        if (!access.May(Duty.ReadProjects)) return [];
        var here = access.Value.Tenant.Id;
        var open = await db.FigureReturns.IgnoreQueryFilters(unfiltered).AsNoTracking().Where(r => r.CountyId == here
            && !db.ReturnReplies.Any(reply => reply.TenantId == here && reply.ReturnId == r.Id)
            && !db.WeeklySheets.Any(sheet => sheet.TenantId == here && sheet.ProjectId == r.ProjectId && sheet.Week == r.Week && sheet.Edition > r.Edition)).Select(r => new { r.ProjectId, r.Week }).ToListAsync();
        if (open.Count == 0) return [];
        var ids = open.Select(r => r.ProjectId).Distinct().ToList();
        var projects = await db.Projects.AsNoTracking().Where(p => ids.Contains(p.Id)).Select(p => new { p.Id, p.Name, Street = p.Estates.OrderBy(e => e.Sequence).Select(e => e.Estate!.Street!.Name).FirstOrDefault() }).ToDictionaryAsync(p => p.Id);
        var view = await policies.TodayAsync();
        return open.Where(r => projects.ContainsKey(r.ProjectId)).GroupBy(r => (r.ProjectId, r.Week)).OrderBy(group => group.Key.Week).Select(group =>
        {
            var (project, week) = (projects[group.Key.ProjectId], DispatchWeek.Of(view, group.Key.Week));
            return new WaitingTask(string.Create(CultureInfo.InvariantCulture, $"returned-{project.Id}-{week.From:yyyyMMdd}"), $"{project.Name}：{week.Name}被退回 {group.Count()} 项数字，请更正或答复", $"/projects/{project.Id}/weeks/{week.Path}", project.Street ?? TaskBodies.Bureau, "退回未了结的周不能审定")
            {
                Standing = "被退回",
                StandingCss = "bad",
                Street = project.Street,
                IsMine = access.May(Duty.SendWeeklySheets),
            };
        }).ToList();
    }
}
