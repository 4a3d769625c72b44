using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Domain.Policies;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;
using OldEstateRenewal.Web.Tenancy;

namespace OldEstateRenewal.Web.Features.Policies;

/// <summary>The policies of the current tenant: those shipped, and those it or a tenant above it has entered.</summary>
public sealed class PolicyShelf(PortalDbContext db, CurrentAccess access, TimeProvider time)
{
    // A file's row never changes, so what was read from it once holds for good.
    private static readonly ConcurrentDictionary<Guid, PolicyDocument> parsed = new();

    // Views remember what they answered: requests of one tenant on one day share one. Bounded by starting over.
    private static readonly ConcurrentDictionary<string, PolicyView> views = new();
    private const int MostViews = 1000;

    /// <summary>Today in China, where every county's calendar runs.</summary>
    public DateOnly Today => ChinaTime.Today(time);

    /// <summary>The policies as of today.</summary>
    public Task<PolicyView> TodayAsync() => ViewAsync(Today);

    /// <summary>The policies as of a day.</summary>
    public async Task<PolicyView> ViewAsync(DateOnly on)
    {
        var entered = await EnteredAsync();
        if (views.Count > MostViews) views.Clear();
        var chain = access.Value.Tenant.PolicyChain;
        return views.GetOrAdd($"{on:yyyyMMdd} {string.Join(',', chain)} {string.Join(',', entered)}", _ => PolicyBook.Shipped.With(entered.Select(id => parsed[id])).View(chain, on));
    }

    /// <summary>The policies of other tenants as of today, for who may read these: a city, those of its counties. The wall decides which of their files are there.</summary>
    public async Task<IReadOnlyDictionary<Guid, PolicyView>> OthersTodayAsync(IReadOnlyCollection<Tenant> tenants)
    {
        var ids = tenants.SelectMany(tenant => tenant.AncestorIds.Append(tenant.Id)).Distinct().ToList();
        var files = await db.PolicyFiles.IgnoreQueryFilters([PortalDbContext.TenantFilter]).Where(file => ids.Contains(file.TenantId)).Select(file => new { file.TenantId, file.Id, file.AddedAt }).ToListAsync();
        await ReadAsync(files.Select(file => file.Id).Where(id => !parsed.ContainsKey(id)).ToList());
        return tenants.ToDictionary(tenant => tenant.Id, tenant => PolicyBook.Shipped.With(files.Where(file => file.TenantId == tenant.Id || tenant.AncestorIds.Contains(file.TenantId)).OrderBy(file => file.AddedAt).ThenBy(file => file.Id).Select(file => parsed[file.Id])).View(tenant.PolicyChain, Today));
    }

    /// <summary>All documents that the tenant may look into: those shipped, and those it or a tenant above it has entered.</summary>
    public async Task<PolicyBook> BookAsync() => PolicyBook.Shipped.With((await EnteredAsync()).Select(id => parsed[id]));

    private async Task<IReadOnlyList<Guid>> EnteredAsync()
    {
        var entered = access.Value.PolicyFileIds;
        var unread = entered.Where(id => !parsed.ContainsKey(id)).ToList();
        if (unread.Count > 0) await ReadAsync(unread);
        return entered;
    }

    private async Task ReadAsync(List<Guid> unread)
    {
        // Row-level security shows the tenant's own files and those from above it.
        var files = await db.PolicyFiles.IgnoreQueryFilters([PortalDbContext.TenantFilter]).Where(file => unread.Contains(file.Id)).Select(file => new { file.Id, file.Json }).ToListAsync();
        foreach (var file in files) parsed[file.Id] = PolicyDocument.Parse(file.Json);
    }
}
