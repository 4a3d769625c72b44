using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Domain;
using OldEstateRenewal.Domain.CostSharing;
using OldEstateRenewal.Domain.Policies;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Costs;
using OldEstateRenewal.Web.Features.Disbursements;
using OldEstateRenewal.Web.Features.Policies;
using OldEstateRenewal.Web.Features.Projects;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Funding;

/// <summary>Reads the money of a year, or of one grant.</summary>
public sealed class FundingReader(PortalDbContext db, PolicyShelf policies, FundingAlarms alarms, CurrentAccess access)
{
    private const string Owners = "owners";

    public bool IsWhole => access.Value.StreetId is null;

    public DateOnly Today => policies.Today;

    public int Within(int? year) => year is >= Plans.AnnualPlan.EarliestYear and <= Plans.AnnualPlan.LatestYear ? year.Value : Today.Year;

    public async Task<IReadOnlyList<PolicyAnswer<FundingSource>>> SourcesAsync() => (await policies.TodayAsync()).All(PolicySections.Funding);

    public Task<List<Project>> ProjectsAsync(int year) => db.Projects.AsNoTracking().Where(p => p.PlanYear == year).OrderBy(p => p.Name).ThenBy(p => p.Id).ToListAsync();

    public async Task<FundingPage> PageAsync(int? asked)
    {
        var years = await db.FundingGrants.Select(g => g.PlanYear).Union(db.Projects.Select(p => p.PlanYear)).OrderByDescending(y => y).ToListAsync();
        var year = asked is null && years.Count > 0 && !years.Contains(Today.Year) ? years[0] : Within(asked);
        var grants = (await StandingsAsync(db.FundingGrants.Where(g => g.PlanYear == year))).Where(grant => IsWhole || grant.Projects.Count > 0 || grant.Grant.EarmarkedId is not null).ToList();
        var projects = await CoversAsync(year, grants);
        return new FundingPage(year, years, IsWhole, grants, await SourceLinesAsync(grants), projects, [.. IsWhole ? FundingAlarms.OfGrants(grants, Today) : [], .. await alarms.OfProjectsAsync(projects.Select(cover => cover.Project).ToList())], IsWhole ? ExecutionBoard.Of(grants, Today) : []);
    }

    public async Task<GrantStanding?> FindAsync(Guid id) => (await StandingsAsync(db.FundingGrants.Where(g => g.Id == id))).SingleOrDefault();

    public async Task<GrantPage?> GrantAsync(Guid id, ActForm form)
    {
        if (await FindAsync(id) is not { } standing || (!IsWhole && standing.Projects.Count == 0 && standing.Grant.EarmarkedId is null)) return null;
        var source = (await policies.TodayAsync()).Find(PolicySections.Funding, standing.Grant.SourceKey);
        return new GrantPage(standing, source, await ProjectsAsync(standing.Grant.PlanYear), form, IsWhole, Today);
    }

    /// <summary>Always from the database: whoever waited for the turn of a grant must see what the one before did.</summary>
    public async Task<IReadOnlyList<GrantStanding>> StandingsAsync(IQueryable<FundingGrant> which)
    {
        var grants = await which.AsNoTracking().Include(g => g.Acts).Include(g => g.Earmarked).OrderBy(g => g.MadeAt).ThenBy(g => g.Id).AsSplitQuery().ToListAsync();
        var ids = grants.Select(grant => grant.Id).ToList();
        var payments = await PaymentsAsync(ids);
        var uses = await db.FundingUses.AsNoTracking().Where(u => ids.Contains(u.GrantId) && u.RevokedAt == null).OrderBy(u => u.At).ThenBy(u => u.Id).ToListAsync();
        return grants.Select(grant => GrantStanding.Of(grant, payments.Where(payment => payment.Grant == grant.Id).Select(payment => payment.Payment), uses.Where(use => use.GrantId == grant.Id))).ToList();
    }

    private async Task<List<(Guid? Grant, GrantPayment Payment)>> PaymentsAsync(List<Guid> grants)
    {
        var requests = await db.PaymentRequests.AsNoTracking().Include(r => r.Steps).Include(r => r.Sources)
            .Where(r => r.Sources.Any(s => s.GrantId != null && grants.Contains(s.GrantId.Value)) && r.Steps.All(s => s.Kind != PaymentStepKind.Returned)).AsSplitQuery().ToListAsync();
        return requests.SelectMany(request => request.Sources.Where(source => source.GrantId is not null)
            .Select(source => (source.GrantId, new GrantPayment(request.ProjectId, request.Id, source.Amount, request.Steps.FirstOrDefault(step => step.Kind == PaymentStepKind.Paid)?.On)))).ToList();
    }

    /// <summary>The sources of all documents, grouped, each with the limits that any document sets.</summary>
    private async Task<IReadOnlyList<IGrouping<string, SourceLine>>> SourceLinesAsync(IReadOnlyList<GrantStanding> grants)
    {
        var view = await policies.TodayAsync();
        var limits = view.All(PolicySections.FundingLimits);
        return view.All(PolicySections.Funding)
            .Select(answer => new SourceLine(answer, limits.Where(limit => limit.Item.Sources.Contains(answer.Item.Key)).ToList(), grants.Where(grant => grant.Grant.SourceKey == answer.Item.Key).ToList()))
            .OrderBy(line => line.Item.Kind).GroupBy(line => line.Item.Group).ToList();
    }

    private async Task<IReadOnlyList<ProjectCover>> CoversAsync(int year, IReadOnlyList<GrantStanding> grants)
    {
        var projects = await ProjectsAsync(year);
        var ids = projects.Select(project => project.Id).ToList();
        var sheets = await db.ShareSheets.AsNoTracking().Where(s => ids.Contains(s.ProjectId) && s.State == CostState.Fixed).Select(s => new { s.Id, s.ProjectId, s.Number }).ToListAsync();
        var newest = sheets.GroupBy(sheet => sheet.ProjectId).Select(group => group.MaxBy(sheet => sheet.Number)!).ToDictionary(sheet => sheet.Id, sheet => sheet.ProjectId);
        var fixedSheets = newest.Keys.ToList();
        var parts = await db.ShareLines.AsNoTracking().Where(l => fixedSheets.Contains(l.SheetId)).Select(l => new { l.Id, l.ProjectId, Amounts = l.Amounts.Where(a => a.Payer != Owners).Select(a => a.Amount).ToList() }).ToListAsync();
        var lines = parts.Select(part => part.Id).ToHashSet();
        return projects.Select(project => new ProjectCover(
            project,
            parts.Where(part => part.ProjectId == project.Id).SelectMany(part => part.Amounts).Select(amount => amount ?? Money.Zero).Total(),
            grants.SelectMany(grant => grant.Uses).Where(use => use.ProjectId == project.Id && lines.Contains(use.ShareLineId)).Select(use => use.Amount).Total(),
            grants.Select(grant => grant.AllottedTo(project.Id)).Total(),
            grants.Select(grant => grant.PaidFor(project.Id)).Total())).ToList();
    }
}
