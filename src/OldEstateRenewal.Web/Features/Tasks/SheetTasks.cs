using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Dispatches;
using OldEstateRenewal.Web.Features.Projects;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Tasks;

/// <summary>Weekly sheets that were not sent: street by street, each week that can still be met for itself, the weeks that are late as one.</summary>
public sealed class SheetTasks(PortalDbContext db, WeekReader weeks, CurrentAccess access) : ITaskSource
{
    private const string NoStreet = "";

    public async Task<IReadOnlyList<WaitingTask>> ReadAsync()
    {
        if (!access.May(Duty.ReadProjects)) return [];
        var owed = (await weeks.StatesAsync()).Where(state => !state.IsLocked && state.Missing.Count > 0).ToList();
        if (owed.Count == 0) return [];
        var streets = await StreetsAsync(owed.SelectMany(state => state.Missing).Select(project => project.Id).Distinct().ToList());
        return owed.SelectMany(state => state.Missing.GroupBy(project => streets.GetValueOrDefault(project.Id, (Guid.Empty, NoStreet))).Select(street => (street.Key, state.Week, Projects: street.ToList())))
            .GroupBy(each => (each.Key, Late: each.Week.DueOn < weeks.Today, Week: each.Week.DueOn < weeks.Today ? default : each.Week.From))
            .Select(group => Of(group.Key.Key, group.Key.Late, group.Select(each => each.Week).OrderBy(week => week.From).ToList(), group.SelectMany(each => each.Projects).DistinctBy(project => project.Id).ToList())).ToList();
    }

    private WaitingTask Of((Guid Id, string Name) street, bool isLate, List<DispatchWeek> owed, List<Project> projects)
    {
        var (first, body) = (owed[0], street.Name == NoStreet ? TaskBodies.Bureau : street.Name);
        var what = projects.Count == 1 ? projects[0].Name : $"{projects.Count} 个项目";
        return new WaitingTask(isLate ? $"sheets-{street.Id}" : $"sheets-{street.Id}-{first.Path}", owed.Count == 1 ? $"{body}：{first.Name}周调度表，{what}未报" : $"{body}：{owed.Count} 周的周调度表，{what}未报，最早为{first.Name}",
            owed.Count == 1 ? $"/dispatch/{first.Path}" : "/dispatch", body, first.Rule?.Citation.ToString() ?? "周调度：文件没有规定截止日的，按周日")
        {
            DueOn = first.DueOn,
            Street = street.Name,
            IsMine = access.May(Duty.SendWeeklySheets),
        };
    }

    private async Task<Dictionary<Guid, (Guid Id, string Name)>> StreetsAsync(List<Guid> projects) => (await db.ProjectEstates.AsNoTracking().Where(e => projects.Contains(e.ProjectId) && e.Estate!.Street != null)
        .OrderBy(e => e.Sequence).Select(e => new { e.ProjectId, e.Estate!.Street!.Id, e.Estate.Street.Name }).ToListAsync()).GroupBy(e => e.ProjectId).ToDictionary(e => e.Key, e => (e.First().Id, e.First().Name));
}
