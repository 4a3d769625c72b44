using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Domain;
using OldEstateRenewal.Domain.CostSharing;
using OldEstateRenewal.Domain.Eligibility;
using OldEstateRenewal.Domain.Policies;
using OldEstateRenewal.Domain.Works;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Costs;
using OldEstateRenewal.Web.Features.CostShares;
using OldEstateRenewal.Web.Features.Plans;
using OldEstateRenewal.Web.Features.Policies;
using OldEstateRenewal.Web.Features.Projects;

namespace OldEstateRenewal.Web.Features.Funding;

/// <summary>Lays the parts of others than owners in a project's cost beside the money allotted to it.</summary>
public sealed class ProjectFundingReader(PortalDbContext db, FundingReader funding, FundingAlarms alarms, PolicyShelf policies)
{
    private const string Owners = "owners";
    private const string Higher = "higher";

    public Task<Project?> FindAsync(Guid id) => db.Projects.AsNoTracking().Include(p => p.Estates.OrderBy(e => e.Sequence)).ThenInclude(e => e.Estate).SingleOrDefaultAsync(p => p.Id == id);

    public async Task<ProjectFunding?> PageAsync(Guid id)
    {
        if (await FindAsync(id) is not { } project) return null;
        var sheet = await db.ShareSheets.AsNoTracking().Include(s => s.Lines).ThenInclude(l => l.Amounts).Where(s => s.ProjectId == id && s.State == CostState.Fixed).OrderByDescending(s => s.Number).FirstOrDefaultAsync();
        var grants = (await funding.StandingsAsync(db.FundingGrants.Where(g => g.Acts.Any(a => a.ProjectId == id)))).ToList();
        var view = (await policies.TodayAsync()).AsOf(sheet?.AppliedOn ?? project.ProcessOn);
        var uses = await db.FundingUses.AsNoTracking().Include(u => u.Grant).Where(u => u.ProjectId == id && u.RevokedAt == null).OrderBy(u => u.At).ThenBy(u => u.Id).ToListAsync();
        var lines = sheet is null ? [] : await LinesAsync(project, sheet, view, uses);
        var known = lines.Select(line => line.Share.Id).ToHashSet();
        return new ProjectFunding(project, sheet, lines, grants, uses.Where(use => !known.Contains(use.ShareLineId)).ToList(), await ResidualAsync(project, grants), await alarms.OfProjectsAsync([project]), view);
    }

    private async Task<List<UseLine>> LinesAsync(Project project, ShareSheet sheet, PolicyView view, List<FundingUse> uses)
    {
        var costs = await db.CostLines.AsNoTracking().Where(l => l.SheetId == sheet.CostSheetId).ToDictionaryAsync(l => l.Id);
        var stage = await db.CostSheets.Where(s => s.Id == sheet.CostSheetId).Select(s => s.Stage).SingleAsync();
        var traits = await TraitsAsync(project);
        return sheet.Lines.OrderBy(line => costs[line.CostLineId].Sequence).SelectMany(line => line.Amounts.Where(amount => amount.Payer != Owners && amount.Amount > Money.Zero).OrderBy(amount => amount.Sequence)
            .Select(amount => new UseLine(line, costs[line.CostLineId], amount, Works(costs[line.CostLineId], stage, view, traits), uses.Where(use => use.ShareLineId == line.Id && use.Payer == amount.Payer).ToList()))).ToList();
    }

    /// <summary>The line as the rules on money are asked about it: the catalogue's item, what the cost sheet says of it, and what is true of the whole project.</summary>
    private static WorksCase Works(CostLine line, CostStage stage, PolicyView view, IReadOnlyList<string> ofProject)
    {
        var works = CostTraits.CaseOf(view, view, line, stage);
        return works with { Traits = [.. works.Traits.Union(ofProject)] };
    }

    /// <summary>True of every estate of the project: in the issued plan of its year, in the county town or a city, and what the survey found.</summary>
    private async Task<IReadOnlyList<string>> TraitsAsync(Project project)
    {
        var estates = project.Estates.Select(each => each.EstateId).ToList();
        if (estates.Count == 0) return [];
        var plan = await db.Plans.AsNoTracking().Where(p => p.Year == project.PlanYear && p.Steps.Any(s => s.Kind == PlanStepKind.Issued)).OrderByDescending(p => p.Revision).Select(p => p.Entries.Select(e => e.EstateId).ToList()).FirstOrDefaultAsync() ?? [];
        var facts = await db.EstateFacts.AsNoTracking().Where(f => estates.Contains(f.EstateId) && f.Value).Select(f => new { f.Key, f.EstateId }).ToListAsync();
        var traits = facts.GroupBy(fact => fact.Key).Where(group => group.Select(fact => fact.EstateId).Distinct().Count() == estates.Count).Select(group => group.Key).ToList();
        if (estates.All(plan.Contains)) traits.Add("inAnnualPlan");
        if (project.Estates.All(each => each.Estate?.Place is PlaceKind.City or PlaceKind.CountyTown)) traits.Add("centre");
        return traits;
    }

    /// <summary>(结算评审额－上级补助)×县级比例, where a document has such a rule.</summary>
    private async Task<Residual> ResidualAsync(Project project, IReadOnlyList<GrantStanding> grants)
    {
        var view = await policies.TodayAsync();
        var higher = grants.Where(grant => IsHigher(grant.Grant.SourceKey)).Select(grant => grant.AllottedTo(project.Id)).Total();
        if (view.All(PolicySections.Costs).FirstOrDefault(answer => answer.Item.Base == CostBase.Settlement) is not { } rule) return new Residual(null, null, higher, [], null);
        var shares = await db.CountyShares.AsNoTracking().Where(s => s.ProjectId == project.Id).OrderByDescending(s => s.At).ThenByDescending(s => s.Id).ToListAsync();
        var sheet = await db.CostSheets.AsNoTracking().Include(s => s.Lines).Where(s => s.ProjectId == project.Id && s.Stage == CostStage.Settlement && s.State == CostState.Fixed).OrderByDescending(s => s.Number).FirstOrDefaultAsync();
        var residual = new Residual(rule, sheet?.Lines.Select(line => line.Cost).Total(), higher, shares, null);
        return residual with { Answer = Answer(residual) };
    }

    private static CostAnswer? Answer(Residual residual)
    {
        if (residual.Settlement is not { } settlement || (residual.AsksShare && residual.Share is null)) return null;
        var input = new CostInput(settlement) { Amounts = new Dictionary<string, Money> { [Higher] = residual.Higher } };
        return CostAnswer.Apply(residual.Rule!, residual.Share is { } share ? input with { Fractions = new Dictionary<string, Fraction> { [Residual.County] = share.Fraction } } : input);
    }

    private static bool IsHigher(string source) => source.StartsWith("central-", StringComparison.Ordinal) || source.StartsWith("provincial-", StringComparison.Ordinal);
}
