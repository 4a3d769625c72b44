using Microsoft.EntityFrameworkCore;

namespace OldEstateRenewal.Web.Data;

/// <summary>Acts that first look at what is there and then add to it: two at once must see each other.</summary>
public static class Turns
{
    /// <summary>Waits for whoever is adding to this estate; held until the request has ended.</summary>
    public static Task TakeTurnAsync(this PortalDbContext db, Guid estate) => db.TakeTurnAsync(estate.ToString());

    public static Task TakeTurnAsync(this PortalDbContext db, string what) => db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended({what}, 0))");
}
