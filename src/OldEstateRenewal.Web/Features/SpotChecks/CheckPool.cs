using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Acceptances;
using OldEstateRenewal.Web.Features.Projects;
using OldEstateRenewal.Web.Features.Supervision;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.SpotChecks;

/// <summary>The projects of a city's counties that a list may be made of: by county and code, the same whoever asks.</summary>
public sealed class CheckPool(PortalDbContext db, CountyBook book, CurrentAccess access)
{
    private static readonly string[] unfiltered = [PortalDbContext.TenantFilter];
    private static readonly List<string> asked = [Project.StartStage, Project.WorksStage, AcceptanceRules.Stage];

    public async Task<IReadOnlyList<int>> YearsAsync()
    {
        var ids = (await book.CountiesAsync()).Select(county => county.Id).ToList();
        return await db.Projects.IgnoreQueryFilters(unfiltered).Where(p => ids.Contains(p.TenantId)).Select(p => p.PlanYear).Distinct().OrderByDescending(year => year).ToListAsync();
    }

    public async Task<IReadOnlyList<CheckCandidate>> ReadAsync(int planYear, ProjectPhase? phase)
    {
        var city = access.Value.Tenant;
        var counties = (await book.CountiesAsync()).ToDictionary(county => county.Id);
        var namesakes = counties.Values.GroupBy(county => county.Name).Where(same => same.Count() > 1).Select(same => same.Key).ToHashSet();
        var ids = counties.Keys.ToList();
        var projects = await db.Projects.IgnoreQueryFilters(unfiltered).AsNoTracking().Where(p => ids.Contains(p.TenantId) && p.PlanYear == planYear)
            .Select(p => new { p.TenantId, p.Id, p.Name, Steps = p.Steps.Where(s => asked.Contains(s.StageKey)).ToList() }).ToListAsync();
        return projects.Select(project =>
        {
            var county = counties[project.TenantId];
            return new CheckCandidate
            {
                TenantId = city.Id,
                CountyId = county.Id,
                CountyKey = county.Key,
                CountyName = namesakes.Contains(county.Name) ? $"{county.Name}（{county.Key}）" : county.Name,
                ProjectId = project.Id,
                ProjectName = project.Name,
                Phase = PhaseOf(ProjectSteps.Reached(project.Steps)),
                Code = CheckCandidate.CodeOf(county.Key, planYear, project.Id),
            };
        }).Where(candidate => phase is null || candidate.Phase == phase).OrderBy(candidate => candidate.Code, StringComparer.Ordinal).Select((candidate, at) =>
        {
            candidate.Sequence = at + 1;
            return candidate;
        }).ToList();
    }

    private static ProjectPhase PhaseOf(IReadOnlyDictionary<string, DateOnly> reached) =>
        reached.ContainsKey(Project.WorksStage) || reached.ContainsKey(AcceptanceRules.Stage) ? ProjectPhase.Completed
        : reached.ContainsKey(Project.StartStage) ? ProjectPhase.UnderWay : ProjectPhase.NotStarted;
}
