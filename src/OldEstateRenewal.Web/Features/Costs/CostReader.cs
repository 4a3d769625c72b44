using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Domain;
using OldEstateRenewal.Domain.Planning;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Attachments;
using OldEstateRenewal.Web.Features.Policies;
using OldEstateRenewal.Web.Features.Projects;
using OldEstateRenewal.Web.Features.Schemes;
using OldEstateRenewal.Web.Security;
using Duty = OldEstateRenewal.Web.Security.Duty;

namespace OldEstateRenewal.Web.Features.Costs;

/// <summary>Reads cost sheets: those of a project, and one held against documents and records.</summary>
public sealed class CostReader(PortalDbContext db, PolicyShelf policies, CurrentAccess access)
{
    public Task<CostSheet?> FindAsync(Guid id) => db.CostSheets.Include(s => s.Lines).Include(s => s.Project!.Estates).AsSplitQuery().SingleOrDefaultAsync(s => s.Id == id);

    public Task<List<CostSheet>> SheetsAsync(Guid projectId) => db.CostSheets.AsNoTracking().Include(s => s.Lines).Where(s => s.ProjectId == projectId).OrderBy(s => s.Stage).ThenByDescending(s => s.Number).ToListAsync();

    public Task<Project?> ProjectAsync(Guid id) => db.Projects.AsNoTracking().Include(p => p.Estates).SingleOrDefaultAsync(p => p.Id == id);

    public Task<Scheme?> SchemeAsync(Guid projectId) => db.Schemes.AsNoTracking().Include(s => s.Items).Where(s => s.ProjectId == projectId && s.State == SchemeState.Fixed).OrderByDescending(s => s.Number).FirstOrDefaultAsync();

    public async Task<CostList?> ListAsync(Guid projectId, CostStartForm form) =>
        await ProjectAsync(projectId) is { } project ? new CostList(project, await SheetsAsync(projectId), await SchemeAsync(projectId), form) : null;

    public async Task<CostCheck> CheckAsync(CostSheet sheet)
    {
        var (estates, places) = await EstatesAsync(sheet.Project!);
        var view = (await policies.TodayAsync()).AsOf(sheet.Project!.ProcessOn);
        return new CostCheck(sheet, view, estates, places, await AroundAsync(sheet), policies.Today);
    }

    public async Task<CostPage?> PageAsync(Guid id)
    {
        if (await FindAsync(id) is not { } sheet) return null;
        var check = await CheckAsync(sheet);
        var files = await AttachmentList.ReadAsync(db, access, AttachmentSubject.CostSheet, id, AttachmentKind.Scan, AttachmentKind.Proof);
        return new CostPage(check, CostRules.WhyNotFix(check), files with { CanAdd = files.CanAdd && sheet.State == CostState.Draft && access.May(Duty.EditFunds) });
    }

    /// <summary>The newest sheet of each stage that is not given up.</summary>
    public async Task<CostComparison?> CompareAsync(Guid projectId)
    {
        if (await ProjectAsync(projectId) is not { } project) return null;
        var sheets = (await SheetsAsync(projectId)).Where(sheet => sheet.State != CostState.Discarded).GroupBy(sheet => sheet.Stage).Select(stage => stage.MaxBy(sheet => sheet.Number)!).OrderBy(sheet => sheet.Stage).ToList();
        return CostComparison.Of(project, sheets);
    }

    /// <summary>The estates of a project with their figures, and where in it a line may be.</summary>
    public async Task<(IReadOnlyList<SchemeEstate> Estates, IReadOnlyDictionary<Guid, SchemePlace> Places)> EstatesAsync(Project project)
    {
        var ids = project.Estates.OrderBy(e => e.Sequence).Select(e => e.EstateId).ToList();
        var estates = await db.Estates.AsNoTracking().Where(e => ids.Contains(e.Id)).Select(e => new SchemeEstate(e.Id, e.Name, e.BuildingCount, e.HouseholdCount, e.FloorArea)).ToListAsync();
        var buildings = await db.Buildings.AsNoTracking().Where(b => ids.Contains(b.EstateId)).OrderBy(b => b.Sequence).Select(b => new { b.Id, b.EstateId, b.Name }).ToListAsync();
        var ordered = estates.OrderBy(estate => ids.IndexOf(estate.Id)).ToList();
        var places = ordered.Select(estate => new SchemePlace(estate.Id, null, estate.Name))
            .Concat(ordered.SelectMany(estate => buildings.Where(b => b.EstateId == estate.Id).Select(b => new SchemePlace(estate.Id, b.Id, ordered.Count > 1 ? estate.Name + b.Name : b.Name))));
        return (ordered, places.ToDictionary(place => place.BuildingId ?? place.EstateId));
    }

    private async Task<CostSurroundings> AroundAsync(CostSheet sheet)
    {
        var fixedSheets = await db.CostSheets.AsNoTracking().Where(s => s.State == CostState.Fixed && (s.Stage == sheet.Stage || (s.ProjectId == sheet.ProjectId && s.Stage == CostStage.Budget)))
            .Select(s => new { s.Id, s.ProjectId, s.Stage, s.Number }).ToListAsync();
        var newest = fixedSheets.GroupBy(s => (s.ProjectId, s.Stage)).Select(group => group.MaxBy(s => s.Number)!).ToList();
        var ids = newest.Select(s => s.Id).ToList();
        var costs = (await db.CostLines.AsNoTracking().Where(l => ids.Contains(l.SheetId)).Select(l => new { l.SheetId, l.Cost }).ToListAsync())
            .GroupBy(l => l.SheetId).ToDictionary(group => group.Key, group => group.Aggregate(Money.Zero, (sum, line) => sum + line.Cost));
        var budget = newest.FirstOrDefault(s => s.ProjectId == sheet.ProjectId && s.Stage == CostStage.Budget);
        var peers = newest.Where(s => s.ProjectId != sheet.ProjectId).ToDictionary(s => s.ProjectId, s => costs.GetValueOrDefault(s.Id));
        var scheme = await db.Schemes.Where(s => s.ProjectId == sheet.ProjectId && s.State == SchemeState.Fixed).OrderByDescending(s => s.Number).Select(s => new { s.Id, s.Number }).FirstOrDefaultAsync();
        return new CostSurroundings(budget is null ? null : costs.GetValueOrDefault(budget.Id), scheme is not null && scheme.Id != sheet.SchemeId ? $"方案第{scheme.Number}版" : null, await PeersAsync(peers));
    }

    private async Task<IReadOnlyList<PlanTotals>> PeersAsync(Dictionary<Guid, Money> costs)
    {
        var projects = costs.Keys.ToList();
        var estates = await db.Projects.AsNoTracking().Where(p => projects.Contains(p.Id)).SelectMany(p => p.Estates)
            .Select(e => new { e.ProjectId, Estate = new SchemeEstate(e.EstateId, e.Estate!.Name, e.Estate.BuildingCount, e.Estate.HouseholdCount, e.Estate.FloorArea) }).ToListAsync();
        return estates.GroupBy(e => e.ProjectId).Select(group => CostTotals.Of(group.Select(e => e.Estate).ToList(), costs[group.Key])).ToList();
    }
}
