using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Documents.Papers;
using OldEstateRenewal.Domain.Supervision;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Bulletins;

/// <summary>Who of a county has read a bulletin.</summary>
public sealed record CountyReading(Guid CountyId, string County, IReadOnlyList<BulletinReading> Readings);

public sealed record BulletinIndex(IReadOnlyList<Bulletin> Bulletins, IReadOnlyDictionary<Guid, int> CountiesRead, int Counties, IReadOnlySet<Guid> Mine);

public sealed record BulletinPage(Bulletin Bulletin, IReadOnlyList<BulletinRow> Rows, FigureTotals Totals, IReadOnlyList<CountyReading> Readings)
{
    public BulletinForm Form { get; init; } = BulletinForm.Of(Bulletin);

    public BulletinIssueForm Issue { get; init; } = new() { Version = Bulletin.Version };

    /// <summary>The county's own people: whether this one has signed for it.</summary>
    public bool IsRead { get; init; }
}

/// <summary>Reads bulletins: a city its own, a county those that a city above it has issued.</summary>
public sealed class BulletinReader(PortalDbContext db, CurrentAccess access)
{
    private static readonly string[] unfiltered = [PortalDbContext.TenantFilter];

    public async Task<BulletinIndex> IndexAsync()
    {
        var bulletins = await Visible().OrderByDescending(b => b.Month).ThenByDescending(b => b.PlanYear).ThenByDescending(b => b.Edition).Take(200).ToListAsync();
        var readings = await db.BulletinReadings.IgnoreQueryFilters(unfiltered).AsNoTracking().Select(r => new { r.TenantId, r.BulletinId, r.ById }).ToListAsync();
        var city = access.Value.Tenant.Id;
        return new BulletinIndex(bulletins, readings.GroupBy(r => r.BulletinId).ToDictionary(r => r.Key, r => r.Select(each => each.TenantId).Distinct().Count()), await db.Tenants.CountAsync(t => t.AncestorIds.Contains(city)), readings.Where(r => r.ById == access.Value.UserId).Select(r => r.BulletinId).ToHashSet());
    }

    public async Task<BulletinPage?> PageAsync(Guid id)
    {
        if (await FindAsync(id) is not { } bulletin) return null;
        var rows = bulletin.Rows.OrderBy(row => row.Sequence).ToList();
        var readings = (await db.BulletinReadings.IgnoreQueryFilters(unfiltered).AsNoTracking().Where(r => r.BulletinId == id).OrderBy(r => r.At).ToListAsync()).ToLookup(r => r.TenantId);
        return new BulletinPage(bulletin, rows, Totals(rows), rows.Select(row => new CountyReading(row.CountyId, row.CountyName, readings[row.CountyId].ToList())).ToList())
        {
            IsRead = readings.SelectMany(each => each).Any(reading => reading.ById == access.Value.UserId),
        };
    }

    public async Task<string> CityNameAsync(Bulletin bulletin) => await db.Tenants.Where(t => t.Id == bulletin.TenantId).Select(t => t.Name).SingleAsync();

    /// <summary>The look of its paper: an issued one keeps the version it was issued with, a draft shows the newest. Null where the city had set none.</summary>
    public async Task<PaperTemplate?> TemplateAsync(Bulletin bulletin)
    {
        var versions = db.PaperTemplateVersions.IgnoreQueryFilters(unfiltered).AsNoTracking().Where(t => t.TenantId == bulletin.TenantId);
        var kept = bulletin.State == BulletinState.Issued ? versions.Where(t => t.Id == bulletin.TemplateId) : versions.OrderByDescending(t => t.MadeAt).ThenByDescending(t => t.Id);
        return (await kept.FirstOrDefaultAsync())?.ToTemplate();
    }

    public static FigureTotals Totals(IReadOnlyList<BulletinRow> rows) => FigureTotals.Of(rows.Where(row => row.Week is not null).Select(row => (row.CountyName, row.Figures)).ToList());

    public async Task<IReadOnlyList<Bulletin>> EditionsAsync(int planYear, DateOnly month) => await db.Bulletins.AsNoTracking().Where(b => b.PlanYear == planYear && b.Month == month).OrderBy(b => b.Edition).ToListAsync();

    public static DateOnly? MonthOf(string? text) => DateOnly.TryParseExact(text + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month) ? month : null;

    private Task<Bulletin?> FindAsync(Guid id) => Visible().Include(b => b.Rows).SingleOrDefaultAsync(b => b.Id == id);

    /// <summary>The wall says which they are; a county's own tenant has none.</summary>
    private IQueryable<Bulletin> Visible() => db.Bulletins.IgnoreQueryFilters(unfiltered).AsNoTracking();
}
