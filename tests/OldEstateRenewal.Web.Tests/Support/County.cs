using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using OldEstateRenewal.Domain.Policies;
using OldEstateRenewal.Web.Security;
using OldEstateRenewal.Web.Tenancy;

namespace OldEstateRenewal.Web.Tests.Support;

/// <summary>A tenant of one test's own; nothing else sees it, so nothing is cleaned.</summary>
public sealed class County
{
    public const string Password = "Estate_2026";
    private static readonly string hash = new PasswordHasher<PortalUser>(Options.Create(new PasswordHasherOptions { IterationCount = 1 })).HashPassword(new PortalUser(), Password);
    private readonly Dictionary<string, Guid> streets = [];

    private County(TestPortal portal, Tenant tenant) => (Portal, Tenant) = (portal, tenant);

    public TestPortal Portal { get; }

    public Tenant Tenant { get; }

    public Guid Id => Tenant.Id;

    public string Home => "/" + Tenant.Key;

    public TenantScope Scope => TenantScope.OfTenant(Id);

    public Guid Street(string name) => streets[name];

    public static async Task<County> MakeAsync(TestPortal portal, string[]? chain = null, string[]? streets = null, PolicyLevel level = PolicyLevel.County, params County[] above)
    {
        var id = Guid.CreateVersion7();
        var tenant = new Tenant
        {
            Id = id,
            Key = "t" + Guid.NewGuid().ToString("N")[..16],
            Name = "试验县" + Guid.NewGuid().ToString("N")[..6],
            Level = level,
            PolicyChain = chain ?? ["linqu", "weifang", "shandong", "nation"],
            AncestorIds = [.. above.Select(tenant => tenant.Id)],
        };
        var county = new County(portal, tenant);
        await portal.Setup.AsOwnerAsync(async db =>
        {
            db.Scope = county.Scope;
            db.Tenants.Add(tenant);
            await db.SaveChangesAsync();
            foreach (var name in streets ?? ["城关街道", "东城街道"])
            {
                county.streets[name] = Guid.CreateVersion7();
                await db.Database.ExecuteSqlAsync($"insert into portal.streets (tenant_id, id, name) values ({id}, {county.streets[name]}, {name})");
            }
        });
        return county;
    }

    public static Task<County> CityAsync(TestPortal portal) => MakeAsync(portal, ["taian", "shandong", "nation"], [], PolicyLevel.City);

    /// <summary>A person of this county, signed in.</summary>
    public async Task<Clerk> ClerkAsync(Role role = Role.Bureau, string? street = null)
    {
        var person = await Person.MakeAsync(Portal);
        await AdmitAsync(person, role, street);
        return await person.SignInAsync(this);
    }

    public Task AdmitAsync(Person person, Role role, string? street = null) => Portal.Setup.AsOwnerAsync(async db =>
    {
        db.Scope = Scope;
        db.Memberships.Add(new Membership { TenantId = Id, UserId = person.Id, Role = role, StreetId = street is null ? null : Street(street) });
        await db.SaveChangesAsync();
    });

    public Task DismissAsync(Person person) => Portal.Setup.AsOwnerAsync(async db =>
    {
        db.Scope = Scope;
        await db.Memberships.Where(m => m.UserId == person.Id && m.TenantId == Id).ExecuteDeleteAsync();
    });

    internal static string PasswordHash => hash;
}

/// <summary>Someone with an account.</summary>
public sealed record Person(TestPortal Portal, Guid Id, string UserName, string DisplayName)
{
    public static async Task<Person> MakeAsync(TestPortal portal)
    {
        var mark = Guid.NewGuid().ToString("N")[..12];
        var person = new Person(portal, Guid.CreateVersion7(), $"{mark}@test", "经办" + mark[..4]);
        await portal.Setup.AsOwnerAsync(async db =>
        {
            db.Users.Add(new PortalUser
            {
                Id = person.Id,
                UserName = person.UserName,
                NormalizedUserName = person.UserName.ToUpperInvariant(),
                DisplayName = person.DisplayName,
                PasswordHash = County.PasswordHash,
                SecurityStamp = Guid.NewGuid().ToString("N"),
                LockoutEnabled = true,
            });
            await db.SaveChangesAsync();
        });
        return person;
    }

    public async Task<Clerk> SignInAsync(County? county = null)
    {
        var clerk = Clerk.Of(this, county);
        var page = await clerk.SignInAsync(County.Password);
        return page.Address == "/sign-in" ? throw new InvalidOperationException($"Signing in failed: {page.Text}\n{Portal.Failures}") : clerk;
    }
}
