using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Domain;
using OldEstateRenewal.Domain.CostSharing;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Estates;
using OldEstateRenewal.Web.Features.Plans;

namespace OldEstateRenewal.Web.Features.Funding;

/// <summary>Lays the figures by which a superior allots beside those of the issued plan, of the plan locked by the province and of the registry.</summary>
public sealed class SubsidyBoard(PortalDbContext db, FundingReader funding)
{
    public async Task<SubsidyPage> PageAsync(int? asked, SubsidyForm form)
    {
        var year = funding.Within(asked);
        var plan = await db.Plans.AsNoTracking().Include(p => p.Entries.OrderBy(e => e.Sequence)).Where(p => p.Year == year && p.Steps.Any(s => s.Kind == PlanStepKind.Issued)).OrderByDescending(p => p.Revision).FirstOrDefaultAsync();
        var frozen = await db.FrozenPlans.AsNoTracking().Include(p => p.Entries.OrderBy(e => e.Sequence)).Where(p => p.Year == year).OrderByDescending(p => p.Edition).FirstOrDefaultAsync();
        var notices = await db.SubsidyNotices.AsNoTracking().Where(n => n.PlanYear == year).OrderBy(n => n.SourceKey).ThenByDescending(n => n.At).ThenByDescending(n => n.Id).ToListAsync();
        var planned = (plan?.Entries ?? []).Select(e => (e.EstateId, e.Name, Figures: new SubsidyFigures("计划", 1, e.HouseholdCount, e.BuildingCount, e.FloorArea))).ToList();
        var locked = (frozen?.Entries ?? []).Select(e => (e.EstateId, e.Name, Figures: new SubsidyFigures("省级锁定计划", 1, e.HouseholdCount, e.BuildingCount, e.FloorArea))).ToList();
        var ids = planned.Select(e => e.EstateId).Concat(locked.Select(e => e.EstateId).OfType<Guid>()).Distinct().ToList();
        var registry = await db.Estates.AsNoTracking().Where(e => ids.Contains(e.Id)).ToDictionaryAsync(e => e.Id, Registered);
        var lines = planned.Select(e => new SubsidyLine(e.Name, e.EstateId, e.Figures, locked.FirstOrDefault(l => l.EstateId == e.EstateId).Figures, registry.GetValueOrDefault(e.EstateId)) { HasFrozen = frozen is not null })
            .Concat(locked.Where(l => l.EstateId is not { } id || planned.All(e => e.EstateId != id)).Select(l => new SubsidyLine(l.Name, l.EstateId, null, l.Figures, l.EstateId is { } id ? registry.GetValueOrDefault(id) : null) { HasFrozen = true })).ToList();
        return new SubsidyPage(
            year, await YearsAsync(), notices, (await funding.SourcesAsync()).Where(source => source.Item.Kind == FundingKind.Source && source.Item.Group == "财政资金").ToList(),
            plan is null ? null : Sum("印发计划", planned.Select(e => e.Figures)), frozen is null ? null : Sum("省级锁定计划", locked.Select(e => e.Figures)), Sum("台账", lines.Select(line => line.Registry).OfType<SubsidyFigures>()), lines, form);
    }

    private async Task<IReadOnlyList<int>> YearsAsync() => await db.SubsidyNotices.Select(n => n.PlanYear).Union(db.Plans.Select(p => p.Year)).OrderByDescending(y => y).ToListAsync();

    private static SubsidyFigures Registered(Estate estate) => new("台账", 1, estate.HouseholdCount, estate.BuildingCount, estate.FloorArea);

    private static SubsidyFigures Sum(string name, IEnumerable<SubsidyFigures> figures)
    {
        var all = figures.ToList();
        return new SubsidyFigures(name, all.Count, all.Sum(each => each.Households ?? 0), all.Sum(each => each.Buildings ?? 0), all.Aggregate(Area.Zero, (sum, each) => sum + (each.Area ?? Area.Zero)));
    }
}
