using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Domain.Planning;
using OldEstateRenewal.Domain.Policies;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Ballots;
using OldEstateRenewal.Web.Features.Plans;
using OldEstateRenewal.Web.Features.Policies;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Projects;

/// <summary>Reads projects: one with its gates, or the board of a county.</summary>
public sealed class ProjectReader(PortalDbContext db, PolicyShelf policies, GateBook gates, CurrentAccess access, TimeProvider time)
{
    public Task<Project?> FindAsync(Guid id) => db.Projects.Include(p => p.Estates.OrderBy(e => e.Sequence)).ThenInclude(e => e.Estate).Include(p => p.Steps).AsSplitQuery().SingleOrDefaultAsync(p => p.Id == id);

    public Task<long> VersionAsync(Guid id) => db.Projects.AsNoTracking().Where(p => p.Id == id).Select(p => p.Version).SingleAsync();

    public async Task<ProjectPage?> PageAsync(Guid id)
    {
        if (await FindAsync(id) is not { } project) return null;
        var view = (await policies.TodayAsync()).AsOf(project.ProcessOn);
        var stages = await StagesAsync(project, RenewalProcess.Of(view), view);
        return new ProjectPage(project, stages, view.All(PolicySections.Modes), project.Steps.OrderByDescending(step => step.At).ThenByDescending(step => step.Id).ToList())
        {
            Statable = view.All(PolicySections.Consent).Where(ConsentGate.MayState).Select(rule => rule.Item.Key).ToHashSet(),
        };
    }

    /// <summary>The stages of a project with every condition answered: those reached are not asked again.</summary>
    public async Task<IReadOnlyList<StageLine>> StagesAsync(Project project, RenewalProcess process, PolicyView view)
    {
        var papers = await db.ProjectPapers.AsNoTracking().Where(p => p.ProjectId == project.Id).ToListAsync();
        var bare = Lines(project, process, view, papers);
        var reached = ProjectSteps.Reached(project.Steps);
        var current = process.Current(reached.Keys.ToHashSet()).Select(stage => stage.Key).ToHashSet();
        var doubts = await gates.DoubtsAsync(project, process);
        var lines = new List<StageLine>();
        foreach (var line in bare) lines.Add(line with { Standing = line.ReachedOn is null ? await StandingAsync(project, process, line, reached, doubts) : null, IsNext = current.Contains(line.Stage.Item.Key), Doubts = doubts.GetValueOrDefault(line.Stage.Item.Key) ?? [] });
        var role = access.Value.Role;
        return lines.Select(line => line.ReachedOn is null ? line with { Against = ProjectRules.WhyNotReach(line, role) } : line with { AgainstReopening = ProjectRules.WhyNotReopen(line, lines, role) }).ToList();
    }

    public async Task<ProjectBoard> BoardAsync(int? year)
    {
        var years = await db.Projects.Select(p => p.PlanYear).Distinct().OrderByDescending(y => y).ToListAsync();
        var shown = year ?? years.Cast<int?>().FirstOrDefault();
        var rows = await RowsAsync(shown ?? 0);
        var stages = rows.SelectMany(row => row.Stages.Values).Select(line => line.Stage).GroupBy(stage => stage.Item.Key).Select(group => group.First()).OrderBy(stage => stage.Item.Order).ToList();
        return new ProjectBoard(shown, years, stages, rows.OrderByDescending(row => row.Light == Light.Red).ThenBy(row => row.Project.Name, StringComparer.Ordinal).ToList(), await PlansAsync());
    }

    /// <summary>Every project with its stages, of one plan year or of all; the gates are asked only of those behind which one may have shut.</summary>
    public async Task<IReadOnlyList<ProjectRow>> RowsAsync(int? year = null)
    {
        var view = await policies.TodayAsync();
        var projects = await db.Projects.AsNoTracking().Where(p => year == null || p.PlanYear == year).Include(p => p.Estates).ThenInclude(e => e.Estate!.Street).Include(p => p.Steps).AsSplitQuery().OrderBy(p => p.Name).ThenBy(p => p.Id).ToListAsync();
        var suspects = await gates.SuspectsAsync(projects.Select(p => p.Id).ToList());
        var rows = new List<ProjectRow>();
        foreach (var project in projects) rows.Add(await RowAsync(project, view.AsOf(project.ProcessOn), suspects.Contains(project.Id)));
        return rows;
    }

    /// <summary>The projects on which something is still to be done or to be looked at again. Those that are through are told by their steps, and nothing else is read of them.</summary>
    public async Task<IReadOnlyList<ProjectRow>> OpenRowsAsync()
    {
        var view = await policies.TodayAsync();
        var all = await db.Projects.AsNoTracking().Include(p => p.Steps).OrderBy(p => p.Name).ThenBy(p => p.Id).ToListAsync();
        var suspects = await gates.SuspectsAsync(all.Select(p => p.Id).ToList());
        var open = all.Where(project => suspects.Contains(project.Id) || RenewalProcess.Of(view.AsOf(project.ProcessOn)).Current(ProjectSteps.Reached(project.Steps).Keys.ToHashSet()).Any()).ToList();
        var ids = open.Select(project => project.Id).ToList();
        var estates = (await db.ProjectEstates.AsNoTracking().Where(e => ids.Contains(e.ProjectId)).Include(e => e.Estate!.Street).ToListAsync()).ToLookup(e => e.ProjectId);
        var rows = new List<ProjectRow>();
        foreach (var project in open)
        {
            project.Estates.AddRange(estates[project.Id]);
            rows.Add(await RowAsync(project, view.AsOf(project.ProcessOn), suspects.Contains(project.Id)));
        }

        return rows;
    }

    /// <summary>The newest issued plan of each year, with how many of its estates are in no project yet.</summary>
    public async Task<IReadOnlyList<PlanToStart>> PlansAsync()
    {
        var issued = await db.Plans.AsNoTracking().Where(p => p.Steps.Any(s => s.Kind == PlanStepKind.Issued))
            .Select(p => new { p.Id, p.Year, p.Revision, Left = p.Entries.Count(e => !db.ProjectEstates.Any(pe => pe.EstateId == e.EstateId && pe.PlanYear == p.Year)) }).ToListAsync();
        return issued.GroupBy(p => p.Year).Select(group => group.MaxBy(p => p.Revision)!).Where(p => p.Left > 0).OrderByDescending(p => p.Year).Select(p => new PlanToStart(p.Id, p.Year, p.Left)).ToList();
    }

    private async Task<ProjectRow> RowAsync(Project project, PolicyView view, bool isSuspect)
    {
        var process = RenewalProcess.Of(view);
        var current = process.Current(ProjectSteps.Reached(project.Steps).Keys.ToHashSet()).Select(stage => stage.Key).ToHashSet();
        var lines = Lines(project, process, view, []).Select(line => line with { IsNext = current.Contains(line.Stage.Item.Key) });
        if (isSuspect && await gates.DoubtsAsync(project, process) is { Count: > 0 } doubts) lines = lines.Select(line => line with { Doubts = doubts.GetValueOrDefault(line.Stage.Item.Key) ?? [] });
        var streets = project.Estates.Select(estate => estate.Estate?.Street?.Name).OfType<string>().Distinct();
        return new ProjectRow(project, string.Join("、", streets), lines.ToDictionary(line => line.Stage.Item.Key));
    }

    private List<StageLine> Lines(Project project, RenewalProcess process, PolicyView view, List<ProjectPaper> papers)
    {
        var (reached, planned, today) = (ProjectSteps.Reached(project.Steps), ProjectSteps.Planned(project.Steps), ChinaTime.Today(time));
        var milestones = view.All(PolicySections.Milestones);
        return process.Stages.Select(stage => new StageLine(
            stage, Day(planned, stage.Item.Key),
            milestones.Where(milestone => milestone.Item.Stage == stage.Item.Milestone).Select(milestone => milestone.Item.DueOn(project.PlanYear)).FirstOrDefault(day => day is not null),
            Day(reached, stage.Item.Key), null,
            stage.Item.Papers.Select(paper => new PaperLine(paper, papers.FirstOrDefault(kept => kept.StageKey == stage.Item.Key && kept.PaperKey == paper.Key))).ToList(), today)).ToList();
    }

    private async Task<Reason> StandingAsync(Project project, RenewalProcess process, StageLine line, IReadOnlyDictionary<string, DateOnly> reached, IReadOnlyDictionary<string, IReadOnlyList<StageDoubt>> doubts)
    {
        var there = line.Papers.Where(paper => paper.IsThere).Select(paper => paper.Asked.Key).ToHashSet();
        var again = process.Before(line.Stage.Item.Key).Where(doubts.ContainsKey).ToDictionary(key => key, key => string.Join("；", doubts[key].Select(doubt => $"{doubt.Again}：{doubt.Why}")));
        return line.Stage.Item.MayReach(new ProcessFacts(reached, await gates.AnswerAsync(project, line.Stage.Item), there) { Again = again }, process.Names);
    }

    private static DateOnly? Day(IReadOnlyDictionary<string, DateOnly> days, string key) => days.TryGetValue(key, out var day) ? day : null;
}
