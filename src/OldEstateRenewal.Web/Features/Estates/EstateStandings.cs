using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Domain.Eligibility;
using OldEstateRenewal.Domain.Policies;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Eligibility;
using OldEstateRenewal.Web.Features.Policies;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Estates;

/// <summary>How an estate stands: may it be renewed, and which years' plans it is in.</summary>
public sealed record EstateStanding(EligibilityVerdict? Verdict, int[] PlanYears)
{
    public static readonly EstateStanding Unknown = new(null, []);
}

/// <summary>
/// The standing of every estate the person may see. Worked out when the tenant's data or the day has changed, kept till then: every change
/// is in the audit chain, so the chain's length tells whether what was kept still holds.
/// </summary>
public sealed class EstateStandings(PortalDbContext db, CurrentAccess access, PolicyShelf policies)
{
    private const int MostKept = 1000;
    private static readonly ConcurrentDictionary<(Guid Tenant, Guid? Street), Kept> kept = new();

    /// <summary>The streets the person may see, by name.</summary>
    public async Task<IReadOnlyList<Street>> StreetsAsync() => (await KeptAsync()).Streets;

    public async Task<IReadOnlyDictionary<Guid, EstateStanding>> ReadAsync() => (await KeptAsync()).Standings;

    private async Task<Kept> KeptAsync()
    {
        var (view, asked) = (await policies.TodayAsync(), access.Value);
        var key = (asked.Tenant.Id, asked.StreetId);
        if (kept.TryGetValue(key, out var known) && known.Changes == asked.Changes && ReferenceEquals(known.Policies, view)) return known;
        var streets = await db.Streets.AsNoTracking().OrderBy(s => EF.Functions.Collate(s.Name, "zh-x-icu")).ToListAsync();
        var fresh = new Kept(asked.Changes, view, await WorkOutAsync(view), streets);
        if (kept.Count > MostKept) kept.Clear();
        kept[key] = fresh;
        return fresh;
    }

    private async Task<Dictionary<Guid, EstateStanding>> WorkOutAsync(PolicyView view)
    {
        var estates = await EstateCases.ReadAsync(db);
        var years = (await db.PlanEntries.AsNoTracking().Join(db.Plans, e => e.PlanId, p => p.Id, (e, p) => new { e.EstateId, p.Year }).Distinct().OrderBy(e => e.Year).ToListAsync()).ToLookup(e => e.EstateId, e => e.Year);
        return estates.ToDictionary(e => e.Estate.Id, e => new EstateStanding(view.VerdictOf(EligibilityRules.PlanEntry, e.Facts), [.. years[e.Estate.Id]]));
    }

    private sealed record Kept(long Changes, PolicyView Policies, IReadOnlyDictionary<Guid, EstateStanding> Standings, IReadOnlyList<Street> Streets);
}
