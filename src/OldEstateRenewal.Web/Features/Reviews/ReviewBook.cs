using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Domain.Policies;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Reviews;

/// <summary>Reads reviews with what was decided about them, by the county's bodies or by the city above it.</summary>
public sealed class ReviewBook(PortalDbContext db, CurrentAccess access)
{
    public Task<Review?> FindAsync(Guid id) => db.Reviews.Include(r => r.Opinions).Include(r => r.Scheme).Include(r => r.Project!.Estates).AsSplitQuery().SingleOrDefaultAsync(r => r.Id == id);

    public async Task<IReadOnlyList<ReviewStanding>> OfProjectAsync(Guid projectId)
    {
        var reviews = await db.Reviews.AsNoTracking().Include(r => r.Opinions).Include(r => r.Scheme).Where(r => r.ProjectId == projectId).OrderByDescending(r => r.Id).ToListAsync();
        var decisions = await DecisionsAsync(reviews.Select(r => r.Id).ToList());
        return reviews.Select(review => new ReviewStanding(review, decisions.GetValueOrDefault(review.Id))).ToList();
    }

    public async Task<ReviewStanding> StandingAsync(Review review) => new(review, (await DecisionsAsync([review.Id])).GetValueOrDefault(review.Id));

    /// <summary>The city that supervises the county on this portal, or null: then the county writes down the city's reply itself.</summary>
    public Task<string?> CityAsync()
    {
        var above = access.Value.Tenant.AncestorIds;
        return db.Tenants.AsNoTracking().Where(t => above.Contains(t.Id) && t.Level == PolicyLevel.City).Select(t => t.Name).FirstOrDefaultAsync();
    }

    /// <summary>The decisions lie in the city's tenant; row-level security shows a county those about itself.</summary>
    private async Task<Dictionary<Guid, ReviewDecision>> DecisionsAsync(IReadOnlyCollection<Guid> reviews)
    {
        var county = access.Value.Tenant.Id;
        var rows = await db.ReviewDecisions.IgnoreQueryFilters(new[] { PortalDbContext.TenantFilter }).AsNoTracking().Where(d => d.CountyId == county && reviews.Contains(d.ReviewId)).ToListAsync();
        return rows.GroupBy(d => d.ReviewId).ToDictionary(group => group.Key, group => group.MaxBy(d => (d.At, d.Id))!);
    }
}
