using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Features.Tasks;
using OldEstateRenewal.Web.Security;
using OldEstateRenewal.Web.Tenancy;

namespace OldEstateRenewal.Web.Features.Calendars;

/// <summary>
/// A calendar read without signing in. What the person may see is looked up afresh at every read, and asked within the person's own scope. No household data, no names of persons and nothing that
/// somebody typed goes out: calendars lie with providers that nobody here has chosen.
/// </summary>
public sealed class CalendarGate(IServiceScopeFactory scopes, PortalDatabase database, AccessLookup lookup, TimeProvider time)
{
    /// <summary>Null for a token that is none, or revoked, or whose person is not of the tenant any more: all look the same.</summary>
    public async Task<byte[]?> ReadAsync(string token, string site)
    {
        if (CalendarToken.TenantOf(token) is not { } tenant || await FindAsync(tenant, token) is not var (feed, key)) return null;
        if (await lookup.OfPersonAsync(feed.PersonId, key) is not { } access || !access.May(Duty.ReadTasks)) return null;
        var now = time.GetUtcNow();
        await database.InTransactionAsync(TenantScope.OfTenant(tenant), db => db.CalendarFeeds.Where(f => f.Id == feed.Id && f.RevokedAt == null).ExecuteUpdateAsync(set => set.SetProperty(f => f.LastUsedAt, now)));
        var home = $"{site}/{key}";
        return CalendarFile.Write($"{access.Tenant.Name}老旧小区改造任务", (await TasksAsync(access)).Select(task => new CalendarEntry($"{tenant:N}-{task.Key}", task.Outside ?? task.Text, $"{task.Body}；{task.Rule}", task.DueOn, home + task.Path) { Reminds = true }), now);
    }

    private Task<(CalendarFeed Feed, string Key)?> FindAsync(Guid tenant, string token) => database.InTransactionAsync<(CalendarFeed, string)?>(TenantScope.OfTenant(tenant), async db =>
    {
        var hash = CalendarToken.Hash(token);
        if (await db.CalendarFeeds.AsNoTracking().SingleOrDefaultAsync(f => f.TokenHash == hash && f.RevokedAt == null) is not { } feed) return null;
        return (feed, await db.Tenants.Where(t => t.Id == tenant).Select(t => t.Key).SingleAsync());
    });

    private async Task<IReadOnlyList<WaitingTask>> TasksAsync(Access access)
    {
        using var scope = scopes.CreateScope();
        scope.ServiceProvider.GetRequiredService<DatabaseLease>().Set(access.Scope, access.Supervises);
        scope.ServiceProvider.GetRequiredService<CurrentAccess>().Set(access);
        await using var transaction = await scope.ServiceProvider.GetRequiredService<PortalDbContext>().Database.BeginTransactionAsync();
        return await scope.ServiceProvider.GetRequiredService<TaskBook>().MineAsync();
    }
}
