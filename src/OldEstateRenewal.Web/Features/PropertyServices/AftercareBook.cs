using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Domain.Planning;
using OldEstateRenewal.Domain.Policies;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Ballots;
using OldEstateRenewal.Web.Features.Policies;
using OldEstateRenewal.Web.Features.Projects;
using OldEstateRenewal.Web.Features.Shared;

namespace OldEstateRenewal.Web.Features.PropertyServices;

/// <summary>Reads what became of estates after their renewal: property service, fund, and what is due.</summary>
public sealed class AftercareBook(PortalDbContext db, PolicyShelf policies, TimeProvider time)
{
    private const string Accepted = "acceptance";
    private const int ManagersMatter = 4;

    public async Task<AftercareBoard> BoardAsync()
    {
        var (renewed, today, rules) = (await RenewedAsync(), ChinaTime.Today(time), await RulesAsync());
        var services = (await db.PropertyServices.AsNoTracking().ToListAsync()).ToLookup(s => s.EstateId);
        var funds = (await db.FundBalances.AsNoTracking().ToListAsync()).ToLookup(b => b.EstateId);
        var ids = renewed.Keys.Concat(services.Select(group => group.Key)).Concat(funds.Select(group => group.Key)).ToHashSet();
        var estates = await db.Estates.AsNoTracking().Where(e => ids.Contains(e.Id)).OrderBy(e => e.Name).Select(e => new { e.Id, e.Name, Street = e.Street == null ? null : e.Street.Name }).ToListAsync();
        var cases = estates.Select(e => new AftercareCase(e.Id, e.Name, e.Street, renewed.TryGetValue(e.Id, out var on) ? on : null, services[e.Id].ToList(), FundBalance.Newest(funds[e.Id]))).ToList();
        var done = cases.Where(each => each.RenewedOn is not null).ToList();
        return new AftercareBoard(
            done, done.Where(each => PropertyService.Current(each.Services, today) is not null).ToList(),
            cases.SelectMany(each => FollowUp.Of(each, rules, today)).OrderByDescending(each => each.IsOpen).ThenBy(each => each.DueOn).ThenBy(each => each.Case.Estate, StringComparer.Ordinal).ToList(), today);
    }

    public async Task<PropertyBoard?> EstateAsync(Guid estateId)
    {
        if (await db.Estates.AsNoTracking().Include(e => e.Street).SingleOrDefaultAsync(e => e.Id == estateId) is not { } estate) return null;
        var (today, rules) = (ChinaTime.Today(time), await RulesAsync());
        var services = await db.PropertyServices.AsNoTracking().Include(s => s.Ballot).Where(s => s.EstateId == estateId).OrderByDescending(s => s.FromOn).ThenByDescending(s => s.RecordedAt).ThenByDescending(s => s.Id).ToListAsync();
        var balances = await db.FundBalances.AsNoTracking().Where(b => b.EstateId == estateId).OrderByDescending(b => b.StatedOn).ThenByDescending(b => b.RecordedAt).ThenByDescending(b => b.Id).ToListAsync();
        var known = new AftercareCase(estateId, estate.Name, estate.Street?.Name, (await RenewedAsync(estateId)).TryGetValue(estateId, out var on) ? on : null, services, balances.FirstOrDefault());
        var fund = rules.FirstOrDefault(rule => rule.Item.Kind == AftercareKind.FundTopUp) is { } rule && known.Fund is { } newest ? rule.Item.Fund(newest.Balance, newest.FirstPayment) : null;
        return new PropertyBoard(estate, PropertyService.Current(services, today), services, balances, fund, FollowUp.Of(known, rules, today).OrderBy(each => each.DueOn).ToList(), today);
    }

    public async Task<IReadOnlyList<PolicyAnswer<RenewalMode>>> ModesAsync() => (await policies.TodayAsync()).All(PolicySections.Modes).Where(mode => mode.Item.Kind == ModeKind.Management).ToList();

    /// <summary>The closed ballots of the estate on who manages it, with what came of them.</summary>
    public async Task<IReadOnlyList<PropertyBallot>> BallotsAsync(Guid estateId)
    {
        var keys = (await policies.TodayAsync()).All(PolicySections.Consent).Where(rule => rule.Item.StatutoryMatter == ManagersMatter).Select(rule => rule.Item.Key).ToHashSet();
        var results = await db.BallotResults.AsNoTracking().Where(r => r.EstateId == estateId).Join(db.Ballots, r => r.BallotId, b => b.Id, (r, b) => new { b.Id, b.Name, b.State, b.BuildingId, r.ClosedAt, r.Json }).ToListAsync();
        return results.Where(r => r.State == BallotState.Closed && r.BuildingId is null).Select(r => (Row: r, Matters: ResultPaper.Read(r.Json).Matters.Where(matter => keys.Contains(matter.AskedKey)).ToList())).Where(each => each.Matters.Count > 0)
            .Select(each => new PropertyBallot(each.Row.Id, each.Row.Name, DateOnly.FromDateTime(each.Row.ClosedAt.ToChina().DateTime), each.Matters.All(matter => matter.Carries))).OrderByDescending(ballot => ballot.ClosedOn).ToList();
    }

    private async Task<IReadOnlyList<PolicyAnswer<AftercareRule>>> RulesAsync() => (await policies.TodayAsync()).All(PolicySections.Aftercare);

    /// <summary>The estates of accepted projects, with the first day of acceptance.</summary>
    private async Task<Dictionary<Guid, DateOnly>> RenewedAsync(Guid? only = null)
    {
        var steps = await db.ProjectSteps.AsNoTracking().Where(s => s.StageKey == Accepted && s.Kind != ProjectStepKind.Planned && (only == null || db.ProjectEstates.Any(e => e.ProjectId == s.ProjectId && e.EstateId == only))).ToListAsync();
        var days = steps.GroupBy(step => step.ProjectId).Where(group => ProjectSteps.Reached(group).Count > 0).ToDictionary(group => group.Key, group => ProjectSteps.Reached(group)[Accepted]);
        var estates = await db.ProjectEstates.AsNoTracking().Where(e => days.Keys.Contains(e.ProjectId)).Select(e => new { e.ProjectId, e.EstateId }).ToListAsync();
        return estates.GroupBy(e => e.EstateId).ToDictionary(group => group.Key, group => group.Min(e => days[e.ProjectId]));
    }
}
