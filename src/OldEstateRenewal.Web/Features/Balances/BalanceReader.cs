using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Domain.CostSharing;
using OldEstateRenewal.Domain.Policies;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Policies;
using OldEstateRenewal.Web.Features.Projects;

namespace OldEstateRenewal.Web.Features.Balances;

/// <summary>Reads balances: those of a project, and one with what follows from it.</summary>
public sealed class BalanceReader(PortalDbContext db, PolicyShelf policies)
{
    public Task<Project?> ProjectAsync(Guid id) => db.Projects.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id);

    public Task<BalanceSheet?> FindAsync(Guid id) => db.BalanceSheets.Include(s => s.Lines).Include(s => s.Project).SingleOrDefaultAsync(s => s.Id == id);

    public async Task<BalanceList?> ListAsync(Guid projectId)
    {
        if (await ProjectAsync(projectId) is not { } project) return null;
        var sheets = await db.BalanceSheets.AsNoTracking().Include(s => s.Lines).Include(s => s.Project).Where(s => s.ProjectId == projectId).OrderByDescending(s => s.Number).ToListAsync();
        var view = await ViewAsync(project);
        return new BalanceList(project, project.ModeKey is { } key ? view.Find(PolicySections.Modes, key) : null, sheets.Select(sheet => Of(sheet, view)).ToList(), BalanceRules.WhyNotStart(project, sheets));
    }

    public async Task<BalanceView> ViewAsync(BalanceSheet sheet) => Of(sheet, await ViewAsync(sheet.Project!));

    private static BalanceView Of(BalanceSheet sheet, PolicyView view) =>
        new(sheet, view.Find(PolicySections.Modes, sheet.ModeKey), view.All(PolicySections.Funding).Where(source => source.Item.Kind == FundingKind.Revenue).ToList());

    private async Task<PolicyView> ViewAsync(Project project) => (await policies.TodayAsync()).AsOf(project.ProcessOn);
}
