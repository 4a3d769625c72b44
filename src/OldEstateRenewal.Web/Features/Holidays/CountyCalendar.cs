using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Domain.Planning;
using OldEstateRenewal.Web.Data;

namespace OldEstateRenewal.Web.Features.Holidays;

/// <summary>The working days the tenant goes by: its own holiday tables, else the nation's. Everything that counts working days asks here.</summary>
public sealed class CountyCalendar(PortalDbContext db)
{
    private HolidayBook? book;

    /// <summary>Read once per request.</summary>
    public async Task<HolidayBook> ReadAsync() => book ??= await ReadAsync(db);

    /// <summary>For those who have no request.</summary>
    public static async Task<HolidayBook> ReadAsync(PortalDbContext db)
    {
        var own = await db.HolidayYears.AsNoTracking().Include(y => y.Days)
            .Where(y => !db.HolidayYears.Any(later => later.Year == y.Year && later.Revision > y.Revision)).OrderBy(y => y.Year).ToListAsync();
        return own.Count == 0 ? HolidayBook.National : new HolidayBook(NationalHolidays.Tables.Concat(own.Select(y => y.ToTable())));
    }
}
