using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Domain;
using OldEstateRenewal.Domain.Eligibility;
using OldEstateRenewal.Web.Data;

namespace OldEstateRenewal.Web.Features.Estates;

public enum EstateOrder
{
    Name,
    Built,
    Households,
    Area,
}

/// <summary>What the list is asked for: words, street, order, page.</summary>
public sealed record EstateQuery(string? Q, Guid? Street, EstateOrder Sort, bool Down, int Page)
{
    public const int PageSize = 50;
    private const int LastPage = 100_000;

    public int Number => Math.Clamp(Page, 1, LastPage);
}

public sealed record EstateRow(Guid Id, string Name, string? Street, string? Address, int[] BuiltYears, int? Buildings, int? Households, Area? Area, LandKind? Land, PlaceKind? Place)
{
    /// <summary>The built years of its building rows, null where not stated; null when it has none.</summary>
    public int?[]? BuildingYears { get; init; }

    /// <summary>What is known, as "key+,other-".</summary>
    public string? Known { get; init; }

    public int[] PlanYears { get; init; } = [];
}

public sealed record EstateTotals(int Estates, long? Buildings, long? Households, Area Area);

public sealed record EstatePage(EstateQuery Query, List<EstateRow> Rows, EstateTotals Totals)
{
    public int LastPage => Math.Max(1, (Totals.Estates + EstateQuery.PageSize - 1) / EstateQuery.PageSize);
}

/// <summary>Reads the list: one query for the rows, one for the totals.</summary>
public static class EstateList
{
    public static async Task<EstatePage> ReadAsync(PortalDbContext db, EstateQuery query, IReadOnlyCollection<Guid>? without = null)
    {
        var found = Filter(db.Estates.AsNoTracking(), query);
        if (without is not null) found = found.Where(e => !without.Contains(e.Id));
        // One row more than a page tells whether there is more; without more, the totals are those of the rows.
        var rows = await Rows(db, Order(found, query).Skip((query.Number - 1) * EstateQuery.PageSize).Take(EstateQuery.PageSize + 1)).ToListAsync();
        var totals = query.Number == 1 && rows.Count <= EstateQuery.PageSize ? Totals(rows) : await TotalsAsync(found);
        return new EstatePage(query, rows.Take(EstateQuery.PageSize).ToList(), totals);
    }

    public static async Task<EstateTotals> TotalsAsync(IQueryable<Estate> estates)
    {
        var totals = await estates.GroupBy(_ => 1)
            .Select(g => new { Estates = g.Count(), Buildings = g.Sum(e => (long?)e.BuildingCount), Households = g.Sum(e => (long?)e.HouseholdCount), Area = g.Sum(e => (decimal?)(object?)e.FloorArea) })
            .FirstOrDefaultAsync();
        return totals is null ? new EstateTotals(0, 0, 0, Area.Zero) : new EstateTotals(totals.Estates, totals.Buildings, totals.Households, Area.FromSquareMetres(totals.Area ?? 0));
    }

    private static EstateTotals Totals(List<EstateRow> rows) =>
        new(rows.Count, rows.Sum(row => (long?)row.Buildings), rows.Sum(row => (long?)row.Households), rows.Aggregate(Area.Zero, (sum, row) => sum + (row.Area ?? Area.Zero)));

    /// <summary>Estates with all that their verdict needs, in one query.</summary>
    public static IQueryable<EstateRow> Rows(PortalDbContext db, IQueryable<Estate> estates) => estates.Select(e => new EstateRow(e.Id, e.Name, e.Street!.Name, e.Address, e.BuiltYears, e.BuildingCount, e.HouseholdCount, e.FloorArea, e.Land, e.Place)
    {
        BuildingYears = db.Buildings.Where(b => b.EstateId == e.Id).GroupBy(_ => 1).Select(g => EF.Functions.ArrayAgg(g.Select(b => b.BuiltYear))).FirstOrDefault(),
        Known = db.EstateFacts.Where(f => f.EstateId == e.Id).GroupBy(_ => 1).Select(g => string.Join(',', g.OrderBy(f => f.Key).Select(f => f.Key + (f.Value ? "+" : "-")))).FirstOrDefault(),
        PlanYears = db.PlanEntries.Where(p => p.EstateId == e.Id).Join(db.Plans, p => p.PlanId, p => p.Id, (p, plan) => plan.Year).Distinct().OrderBy(year => year).ToArray(),
    });

    private static IQueryable<Estate> Filter(IQueryable<Estate> estates, EstateQuery query)
    {
        if (query.Street is { } street) estates = estates.Where(e => e.StreetId == street);
        foreach (var word in (query.Q ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Take(5))
            estates = estates.Where(e => e.Name.Contains(word) || e.Address!.Contains(word));
        return estates;
    }

    private static IQueryable<Estate> Order(IQueryable<Estate> estates, EstateQuery query) => (query.Sort, query.Down) switch
    {
        (EstateOrder.Built, false) => estates.OrderBy(e => e.BuiltYears).ThenBy(e => e.Id),
        (EstateOrder.Built, true) => estates.OrderByDescending(e => e.BuiltYears).ThenBy(e => e.Id),
        (EstateOrder.Households, false) => estates.OrderBy(e => e.HouseholdCount).ThenBy(e => e.Id),
        (EstateOrder.Households, true) => estates.OrderByDescending(e => e.HouseholdCount).ThenBy(e => e.Id),
        (EstateOrder.Area, false) => estates.OrderBy(e => e.FloorArea).ThenBy(e => e.Id),
        (EstateOrder.Area, true) => estates.OrderByDescending(e => e.FloorArea).ThenBy(e => e.Id),
        (_, true) => estates.OrderByDescending(e => EF.Functions.Collate(e.Name, "zh-x-icu")).ThenBy(e => e.Id),
        _ => estates.OrderBy(e => EF.Functions.Collate(e.Name, "zh-x-icu")).ThenBy(e => e.Id),
    };
}
