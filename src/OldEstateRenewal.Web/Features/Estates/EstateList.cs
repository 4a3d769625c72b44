using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Domain;
using OldEstateRenewal.Domain.Eligibility;
using OldEstateRenewal.Domain.Registry;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Identity;
using OldEstateRenewal.Web.Features.Shared;

namespace OldEstateRenewal.Web.Features.Estates;

public enum EstateOrder
{
    Name,
    Built,
    Households,
    Area,
}

/// <summary>What the list is asked for: words, street, order, page.</summary>
public sealed record EstateQuery(string? Q, Guid? Street, EstateOrder Sort, bool Down, int Page, EligibilityVerdict? Verdict = null, bool Ended = false)
{
    public const int PageSize = 50;
    private const int LastPage = 100_000;

    /// <summary>Every estate by name, as the list is opened.</summary>
    public bool IsPlain => string.IsNullOrWhiteSpace(Q) && Street is null && Verdict is null && Sort == EstateOrder.Name && !Down && !Ended;

    public int Number => Math.Clamp(Page, 1, LastPage);
}

public sealed record EstateRow(Guid Id, string Name, string? Street, string? Address, int[] BuiltYears, int? Buildings, int? Households, Area? Area, DateOnly? EndedOn);

public sealed record EstateTotals(int Estates, long? Buildings, long? Households, Area Area);

public sealed record EstatePage(EstateQuery Query, List<EstateRow> Rows, EstateTotals Totals, IReadOnlyDictionary<Guid, EstateStanding> Standings)
{
    public int LastPage => Math.Max(1, (Totals.Estates + EstateQuery.PageSize - 1) / EstateQuery.PageSize);

    public EstateStanding Standing(EstateRow row) => Standings.GetValueOrDefault(row.Id, EstateStanding.Unknown);

    public Pages Pages(Func<int, string> link) => new(Query.Number, LastPage, link);
}

/// <summary>Reads the list: one query for the rows, one for the totals.</summary>
public static class EstateList
{
    private const int MostWords = 5;

    /// <summary>Stands for a word that can be no initials; no column holds it.</summary>
    private const string Nothing = "\u0001";

    private static readonly Expression<Func<Estate, EstateRow>> toRow =
        e => new EstateRow(e.Id, e.Name, e.Street!.Name, e.Address, e.BuiltYears, e.BuildingCount, e.HouseholdCount, e.FloorArea, e.EndedOn);

    // The list as it is opened: asked so often that building the query anew would cost more than the database's answer.
    private static readonly Func<PortalDbContext, int, int, IAsyncEnumerable<EstateRow>> plain = EF.CompileAsyncQuery((PortalDbContext db, int skip, int take) =>
        db.Estates.AsNoTracking().Where(e => e.EndedOn == null).OrderBy(e => EF.Functions.Collate(e.Name, "zh-x-icu")).ThenBy(e => e.Id).Skip(skip).Take(take).Select(toRow));

    public static async Task<EstatePage> ReadAsync(PortalDbContext db, EstateQuery query, IReadOnlyDictionary<Guid, EstateStanding> standings, IReadOnlyCollection<Guid>? without = null)
    {
        var found = Found(db, query, standings);
        if (without is not null) found = found.Where(e => !without.Contains(e.Id));
        // One row more than a page tells whether there is more; without more, the totals are those of the rows.
        var rows = query.IsPlain && without is null ? await PlainAsync(db, query.Number) : await Rows(Page(Order(found, query), query)).ToListAsync();
        var totals = query.Number == 1 && rows.Count <= EstateQuery.PageSize ? Totals(rows) : await TotalsAsync(found);
        return new EstatePage(query, rows.Take(EstateQuery.PageSize).ToList(), totals, standings);
    }

    /// <summary>All that is asked for, in its order, whatever the page: for the files of the list.</summary>
    public static IQueryable<Estate> Ordered(PortalDbContext db, EstateQuery query, IReadOnlyDictionary<Guid, EstateStanding> standings) => Order(Found(db, query, standings), query);

    /// <summary>Estates that answer to every word: by name, other name, initials of either, place, or the name of one merged into them.</summary>
    public static IQueryable<Estate> Named(PortalDbContext db, IQueryable<Estate> estates, IEnumerable<string> words, bool withEnded)
    {
        if (!withEnded) estates = estates.Where(e => e.EndedOn == null);
        foreach (var word in words.Take(MostWords))
        {
            var initials = word.All(char.IsAsciiLetterOrDigit) ? word.ToLowerInvariant() : Nothing;
            estates = estates.Where(e => e.Name.Contains(word) || e.Address!.Contains(word) || e.Initials.Contains(initials)
                || db.EstateAliases.Any(a => a.EstateId == e.Id && (a.Name.Contains(word) || a.Initials.Contains(initials)))
                || db.EstateSuccessions.Standing(db).Any(s => s.ToId == e.Id && s.Kind == SuccessionKind.Merged && db.Estates.Any(from => from.Id == s.FromId && (from.Name.Contains(word) || from.Initials.Contains(initials)))));
        }

        return estates;
    }

    private static IQueryable<Estate> Found(PortalDbContext db, EstateQuery query, IReadOnlyDictionary<Guid, EstateStanding> standings)
    {
        var found = Filter(db, query);
        if (query.Verdict is not { } verdict) return found;
        var such = standings.Where(standing => standing.Value.Verdict == verdict).Select(standing => standing.Key).ToList();
        return found.Where(e => such.Contains(e.Id));
    }

    private static IQueryable<Estate> Page(IQueryable<Estate> estates, EstateQuery query) => estates.Skip((query.Number - 1) * EstateQuery.PageSize).Take(EstateQuery.PageSize + 1);

    private static async Task<List<EstateRow>> PlainAsync(PortalDbContext db, int page)
    {
        var rows = new List<EstateRow>(EstateQuery.PageSize + 1);
        await foreach (var row in plain(db, (page - 1) * EstateQuery.PageSize, EstateQuery.PageSize + 1)) rows.Add(row);
        return rows;
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

    public static IQueryable<EstateRow> Rows(IQueryable<Estate> estates) => estates.Select(toRow);

    private static IQueryable<Estate> Filter(PortalDbContext db, EstateQuery query)
    {
        var estates = Named(db, db.Estates.AsNoTracking(), EstateNameParts.HalfWidth(query.Q ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries), query.Ended);
        return query.Street is { } street ? estates.Where(e => e.StreetId == street) : estates;
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
