using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Estates;
using OldEstateRenewal.Web.Security;
using OldEstateRenewal.Web.Tenancy;

namespace OldEstateRenewal.Web.Features.Demonstration;

/// <summary>Writes the demonstration's tenants, people and registries; each tenant in one transaction.</summary>
public sealed class DemonstrationLoader(PortalDatabase database, DatabaseSetup setup, PersonalData secrets)
{
    public async Task LoadAsync(string password)
    {
        var tenants = DemonstrationTenants.All.ToDictionary(t => t.Key, t => new Tenant { Id = Guid.CreateVersion7(), Key = t.Key, Name = t.Name, Level = t.Level, PolicyChain = t.PolicyChain, IsDemonstration = true });
        foreach (var described in DemonstrationTenants.All) tenants[described.Key].AncestorIds = [.. described.Ancestors.Select(key => tenants[key].Id)];
        await setup.AsOwnerAsync(async db =>
        {
            db.Tenants.AddRange(tenants.Values);
            await db.SaveChangesAsync();
        });
        foreach (var described in DemonstrationTenants.All)
        {
            var tenant = tenants[described.Key];
            var streets = described.Streets.Select(name => new Street { TenantId = tenant.Id, Name = name }).ToList();
            await database.InTransactionAsync(TenantScope.OfTenant(tenant.Id), db => DemonstrationRegistry.LoadAsync(db, tenant, streets, secrets));
            await AddAccountsAsync(tenant, streets, password);
        }

        await setup.AnalyzeAsync();
    }

    public Task ResetPasswordsAsync(string password)
    {
        var names = DemonstrationTenants.Accounts.Select(account => account.UserName).ToList();
        return setup.AsOwnerAsync(async db =>
        {
            foreach (var user in await db.Users.Where(user => names.Contains(user.UserName!)).ToListAsync()) SetPassword(user, password);
            await db.SaveChangesAsync();
        });
    }

    private Task AddAccountsAsync(Tenant tenant, List<Street> streets, string password) => setup.AsOwnerAsync(async db =>
    {
        db.Scope = TenantScope.OfTenant(tenant.Id);
        foreach (var account in DemonstrationTenants.Accounts.Where(account => account.Tenant == tenant.Key))
        {
            var user = new PortalUser { Id = Guid.CreateVersion7(), UserName = account.UserName, NormalizedUserName = account.UserName.ToUpperInvariant(), DisplayName = account.DisplayName, LockoutEnabled = true };
            SetPassword(user, password);
            db.Users.Add(user);
            db.Memberships.Add(new Membership { TenantId = tenant.Id, UserId = user.Id, Role = account.Role, StreetId = streets.SingleOrDefault(street => street.Name == account.Street)?.Id });
        }

        await db.SaveChangesAsync();
    });

    private static void SetPassword(PortalUser user, string password)
    {
        var hasher = new PasswordHasher<PortalUser>();
        if (user.PasswordHash is not null && hasher.VerifyHashedPassword(user, user.PasswordHash, password) != PasswordVerificationResult.Failed) return;
        user.PasswordHash = hasher.HashPassword(user, password);
        user.SecurityStamp = Guid.NewGuid().ToString("N");
    }
}
