using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Domain;
using OldEstateRenewal.Domain.Supervision;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Acceptances;
using OldEstateRenewal.Web.Features.Attachments;
using OldEstateRenewal.Web.Features.Costs;
using OldEstateRenewal.Web.Features.Disbursements;
using OldEstateRenewal.Web.Features.Funding;
using OldEstateRenewal.Web.Features.Plans;
using OldEstateRenewal.Web.Features.Projects;
using OldEstateRenewal.Web.Features.Schemes;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Features.Sites;

namespace OldEstateRenewal.Web.Features.Dispatches;

/// <summary>What the records say of a project at the end of a day (台账数).</summary>
public sealed record RecordedProject(Project Project, IReadOnlyDictionary<string, FigurePair> Figures, int Photos);

/// <summary>
/// 台账取数: the figures of projects out of what plans, stages, sites, contracts and funds have recorded, for many projects at once. The definitions are those of the
/// <see cref="Indicators"/>; what no record tells stays null.
/// </summary>
public sealed class RecordedFigures(PortalDbContext db)
{
    /// <param name="projects">With their estates and steps.</param>
    /// <param name="week">Its last day is the day of looking.</param>
    public async Task<IReadOnlyDictionary<Guid, RecordedProject>> ReadAsync(IReadOnlyCollection<Project> projects, DispatchWeek week)
    {
        var ids = projects.Select(project => project.Id).ToList();
        var accounts = await PlanAccountsAsync(projects.Select(project => project.PlanYear).Distinct().ToList());
        var works = await WorksAsync(ids, week.To);
        var money = await MoneyAsync(projects, ids, week.To);
        var problems = (await db.SiteProblems.AsNoTracking().Include(p => p.Steps).Where(p => ids.Contains(p.ProjectId) && p.FoundOn <= week.To).ToListAsync()).ToLookup(p => p.ProjectId);
        var managed = await ManagedAsync(projects, week.To);
        var photos = await PhotosAsync(projects, week);
        var recorded = new Dictionary<Guid, RecordedProject>();
        foreach (var project in projects)
        {
            var figures = new Dictionary<string, FigurePair>();
            var account = accounts[project.PlanYear].Of(project.Estates);
            Put(figures, account.Scale());
            Put(figures, Progress(project, account, works[project.Id], week.To));
            Put(figures, money.Of(project, account));
            Put(figures, Quantities(works[project.Id]));
            Put(figures, Problems(problems[project.Id], week.To));
            figures[IndicatorKeys.ManagedEstates] = new FigurePair(null, project.Estates.Count(estate => managed.Contains(estate.EstateId)));
            recorded[project.Id] = new RecordedProject(project, figures, photos.Count(photo => project.Estates.Any(estate => estate.EstateId == photo)));
        }

        return recorded;
    }

    /// <summary>The plan of each year as it counts, and what of it is locked by the province.</summary>
    public async Task<IReadOnlyDictionary<int, PlanAccount>> PlanAccountsAsync(IReadOnlyCollection<int> years)
    {
        var plans = await db.Plans.AsNoTracking().Include(p => p.Entries.OrderBy(e => e.Sequence)).Include(p => p.Steps).Where(p => years.Contains(p.Year)).AsSplitQuery().ToListAsync();
        var frozen = await db.FrozenPlans.AsNoTracking().Include(p => p.Entries).Where(p => years.Contains(p.Year)).AsSplitQuery().ToListAsync();
        return years.ToDictionary(year => year, year => new PlanAccount(
            plans.Where(plan => plan.Year == year && plan.State == PlanState.Issued).MaxBy(plan => plan.Revision)?.Entries ?? [],
            frozen.Where(plan => plan.Year == year).MaxBy(plan => plan.Edition)?.Entries));
    }

    private static void Put(Dictionary<string, FigurePair> figures, IEnumerable<(string Key, FigurePair Pair)> more)
    {
        foreach (var (key, pair) in more) figures[key] = pair;
    }

    private static IEnumerable<(string, FigurePair)> Progress(Project project, PlanAccount account, WorksRecord works, DateOnly on)
    {
        var reached = ProjectSteps.Reached(project.Steps);
        bool Is(string stage) => reached.TryGetValue(stage, out var day) && day <= on;
        var (accepted, started) = (Is(AcceptanceRules.Stage), Is(Project.StartStage));
        var completed = Is(Project.WorksStage) || accepted;
        var (estates, households) = (project.Estates.Count, account.Households);
        yield return (IndicatorKeys.StartedEstates, new FigurePair(null, started || completed ? estates : 0));
        yield return (IndicatorKeys.StartedHouseholds, new FigurePair(null, started || completed ? households : 0));
        yield return (IndicatorKeys.CompletedEstates, new FigurePair(null, completed ? estates : 0));
        yield return (IndicatorKeys.CompletedHouseholds, new FigurePair(null, completed ? households : 0));
        yield return (IndicatorKeys.AcceptedEstates, new FigurePair(null, accepted ? estates : 0));
        // All items done but the stage not reached is not yet completed: 99 until it is.
        yield return (IndicatorKeys.WorksProgress, new FigurePair(null, completed ? 100 : !started ? 0 : works.Percent is { } percent ? Math.Min(percent, 99) : null));
    }

    private static IEnumerable<(string, FigurePair)> Quantities(WorksRecord works) => WorksIndicators.Keys.Select(key => (key, new FigurePair(works.Planned.TryGetValue(key, out var planned) ? planned : null, works.Done.GetValueOrDefault(key))));

    private static IEnumerable<(string, FigurePair)> Problems(IEnumerable<SiteProblem> problems, DateOnly on)
    {
        var open = problems.Where(problem => problem.Steps.Where(step => step.On <= on).MaxBy(step => (step.At, step.Id))?.Kind != ProblemStepKind.Passed).ToList();
        yield return (IndicatorKeys.OpenProblems, new FigurePair(null, open.Count));
        yield return (IndicatorKeys.OverdueProblems, new FigurePair(null, open.Count(problem => problem.DueOn < on)));
    }

    /// <summary>Items of the newest fixed scheme, and what of them the site has finished. An item counts when all of its entries in its place are at 100.</summary>
    private async Task<IReadOnlyDictionary<Guid, WorksRecord>> WorksAsync(List<Guid> projects, DateOnly on)
    {
        var schemes = (await db.Schemes.AsNoTracking().Where(s => projects.Contains(s.ProjectId) && s.State == SchemeState.Fixed).Select(s => new { s.Id, s.ProjectId, s.Number }).ToListAsync()).GroupBy(s => s.ProjectId).ToDictionary(s => s.Key, s => s.MaxBy(scheme => scheme.Number)!.Id);
        var ofScheme = schemes.Values.ToList();
        var items = (await db.SchemeItems.AsNoTracking().Where(i => ofScheme.Contains(i.SchemeId)).ToListAsync()).ToLookup(i => i.ProjectId);
        var site = (await db.SiteItems.AsNoTracking().Include(i => i.Progress.Where(p => p.On <= on)).Where(i => projects.Contains(i.ProjectId) && i.RemovedAt == null).ToListAsync()).ToLookup(i => i.ProjectId);
        return projects.ToDictionary(id => id, id => WorksRecord.Of(items[id].ToList(), site[id].ToList()));
    }

    private async Task<MoneyRecord> MoneyAsync(IReadOnlyCollection<Project> projects, List<Guid> ids, DateOnly on)
    {
        var requests = await db.PaymentRequests.AsNoTracking().Include(r => r.Steps).Where(r => ids.Contains(r.ProjectId)).ToListAsync();
        var acts = await db.FundingActs.AsNoTracking().Where(a => a.ProjectId != null && ids.Contains(a.ProjectId.Value) && a.On <= on).ToListAsync();
        var actIds = acts.Select(act => act.Id).ToList();
        var revoked = (await db.FundingActs.AsNoTracking().Where(a => a.RevokesId != null && actIds.Contains(a.RevokesId.Value)).Select(a => a.RevokesId!.Value).ToListAsync()).ToHashSet();
        var estates = projects.SelectMany(project => project.Estates).Select(estate => estate.EstateId).ToList();
        var owners = await db.OwnerPayments.AsNoTracking().Where(p => estates.Contains(p.EstateId)).ToListAsync();
        return new MoneyRecord(requests.Where(request => request.Steps.All(step => step.Kind != PaymentStepKind.Returned)).ToLookup(request => request.ProjectId), acts.Where(act => !revoked.Contains(act.Id)).ToLookup(act => act.ProjectId!.Value), owners, await SourcesAsync(ids), on);
    }

    /// <summary>资金安排数: what the newest fixed share sheet lays on all payers together.</summary>
    private async Task<Dictionary<Guid, Money>> SourcesAsync(List<Guid> projects)
    {
        var sheets = (await db.ShareSheets.AsNoTracking().Where(s => projects.Contains(s.ProjectId) && s.State == CostState.Fixed).Select(s => new { s.Id, s.ProjectId, s.Number }).ToListAsync()).GroupBy(s => s.ProjectId).Select(s => s.MaxBy(sheet => sheet.Number)!).ToList();
        var ids = sheets.Select(sheet => sheet.Id).ToList();
        var amounts = await db.ShareLines.AsNoTracking().Where(l => ids.Contains(l.SheetId)).Join(db.ShareAmounts, l => l.Id, a => a.LineId, (l, a) => new { l.ProjectId, a.Amount }).ToListAsync();
        return amounts.GroupBy(each => each.ProjectId).ToDictionary(each => each.Key, each => each.Select(amount => amount.Amount ?? Money.Zero).Total());
    }

    private async Task<HashSet<Guid>> ManagedAsync(IReadOnlyCollection<Project> projects, DateOnly on)
    {
        var estates = projects.SelectMany(project => project.Estates).Select(estate => estate.EstateId).ToList();
        return (await db.PropertyServices.AsNoTracking().Where(p => estates.Contains(p.EstateId) && p.FromOn <= on && (p.EndedOn == null || p.EndedOn > on)).Select(p => p.EstateId).ToListAsync()).ToHashSet();
    }

    private async Task<List<Guid>> PhotosAsync(IReadOnlyCollection<Project> projects, DispatchWeek week)
    {
        var estates = projects.SelectMany(project => project.Estates).Select(estate => (Guid?)estate.EstateId).ToList();
        var (from, to) = (week.From.AddDays(-1).AtEndOfDay().ToUniversalTime(), week.To.AtEndOfDay().ToUniversalTime());
        return await db.Attachments.AsNoTracking().Where(a => estates.Contains(a.EstateId) && a.Kind == AttachmentKind.Photo && a.RemovedAt == null && a.AddedAt > from && a.AddedAt <= to).Select(a => a.EstateId!.Value).ToListAsync();
    }
}
