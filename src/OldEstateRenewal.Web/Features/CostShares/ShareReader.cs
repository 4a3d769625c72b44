using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Domain;
using OldEstateRenewal.Domain.Consent;
using OldEstateRenewal.Domain.CostSharing;
using OldEstateRenewal.Domain.Policies;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Costs;
using OldEstateRenewal.Web.Features.Policies;
using OldEstateRenewal.Web.Features.Projects;

namespace OldEstateRenewal.Web.Features.CostShares;

/// <summary>The share sheets of a project, newest first, and the cost sheets a new one may be made for.</summary>
public sealed record ShareList(Project Project, IReadOnlyList<ShareSheet> Sheets, IReadOnlyList<CostSheet> Costs, ShareStartForm Form)
{
    public IReadOnlyList<string> AgainstStart => ShareRules.WhyNotStart(Sheets, Costs);
}

/// <summary>Reads share sheets: those of a project, and one held against the documents.</summary>
public sealed class ShareReader(PortalDbContext db, PolicyShelf policies, CostReader costs)
{
    public Task<ShareSheet?> FindAsync(Guid id) => db.ShareSheets.Include(s => s.Lines).ThenInclude(l => l.Amounts).Include(s => s.Project!.Estates).Include(s => s.CostSheet!.Lines).AsSplitQuery().SingleOrDefaultAsync(s => s.Id == id);

    public async Task<ShareList?> ListAsync(Guid projectId, ShareStartForm form)
    {
        if (await costs.ProjectAsync(projectId) is not { } project) return null;
        var fixedCosts = (await costs.SheetsAsync(projectId)).Where(sheet => sheet.State == CostState.Fixed).GroupBy(sheet => sheet.Stage).Select(stage => stage.MaxBy(sheet => sheet.Number)!).OrderByDescending(sheet => sheet.Stage).ToList();
        return new ShareList(project, await SheetsAsync(projectId), fixedCosts, form);
    }

    public Task<List<ShareSheet>> SheetsAsync(Guid projectId) =>
        db.ShareSheets.AsNoTracking().Include(s => s.CostSheet!.Lines).Include(s => s.Lines).ThenInclude(l => l.Amounts).AsSplitQuery().Where(s => s.ProjectId == projectId).OrderByDescending(s => s.Number).ToListAsync();

    public async Task<ShareCheck> CheckAsync(ShareSheet sheet)
    {
        var (estates, _) = await costs.EstatesAsync(sheet.Project!);
        var today = await policies.TodayAsync();
        var view = today.AsOf(sheet.AppliedOn);
        var newer = (await db.CostSheets.AsNoTracking().Where(s => s.ProjectId == sheet.ProjectId && s.Stage == sheet.CostSheet!.Stage && s.State == CostState.Fixed && s.Number > sheet.CostSheet.Number).ToListAsync()).MaxBy(s => s.Number);
        return new ShareCheck(sheet, view, today.AsOf(sheet.Project!.ProcessOn), estates, await HouseholdsAsync(view, sheet.Project), newer is null ? null : CostWords.NameOf(newer), policies.Today);
    }

    /// <summary>The documents that say how costs are shared, those of the county first.</summary>
    public async Task<IReadOnlyList<PolicyDocument>> DocumentsAsync() =>
        (await policies.BookAsync()).Documents.Where(document => document.Items(PolicySections.Costs).Any(rule => rule.Key != "household-split")).OrderByDescending(document => document.InForceFrom).ThenBy(document => document.Key, StringComparer.Ordinal).ToList();

    /// <summary>The rules as one document would have them.</summary>
    public async Task<PolicyView> ViewAsync(PolicyDocument document, DateOnly on) => (await policies.BookAsync()).ViewOf(document, PolicySections.Costs, on);

    /// <summary>Only a rule by storey needs each household; all others are content with their number and area.</summary>
    private async Task<IReadOnlyList<Household>> HouseholdsAsync(PolicyView view, Project project)
    {
        if (!view.All(PolicySections.Costs).Any(rule => rule.Item.Shares.Any(share => share.Kind == ShareKind.StoreySteps))) return [];
        var ids = project.Estates.Select(estate => estate.EstateId).ToList();
        var dwellings = await db.Dwellings.AsNoTracking().Where(d => d.RemovedOn == null && d.Kind == UnitKind.Dwelling && db.Buildings.Any(b => b.Id == d.BuildingId && ids.Contains(b.EstateId))).ToListAsync();
        return dwellings.Select(dwelling => new Household($"{dwelling.Id}", dwelling.CountedArea ?? Area.Zero, dwelling.Storey)).OrderBy(household => household.Key, StringComparer.Ordinal).ToList();
    }
}
