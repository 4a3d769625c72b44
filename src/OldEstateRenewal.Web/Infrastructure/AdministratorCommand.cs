using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Domain.Policies;
using OldEstateRenewal.Web.Audit;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Estates;
using OldEstateRenewal.Web.Security;
using OldEstateRenewal.Web.Tenancy;

namespace OldEstateRenewal.Web.Infrastructure;

/// <summary>
/// The first accounts of a real installation: <c>administrator --user NAME [--display 姓名] [--role Bureau|Leader|Street|City --street 街道 --tenant KEY --tenant-name 某县
/// --level County --chain abc,shandong,nation]</c>. Without a role it makes a platform operator. The password comes from PORTAL_ADMIN_PASSWORD
/// or one line of standard input, never from the command line.
/// </summary>
public static class AdministratorCommand
{
    private const string PlatformKey = "platform";
    private static readonly HashSet<string> reserved = ["sign-in", "sign-out", "error", "healthz", "readyz", "lib", "css"];

    public static async Task<int> RunAsync(DatabaseSetup setup, string[] args)
    {
        var options = new ConfigurationBuilder().AddCommandLine(args).Build();
        var password = Environment.GetEnvironmentVariable("PORTAL_ADMIN_PASSWORD") ?? await Console.In.ReadLineAsync();
        var problems = Problems(options, password, out var role, out var level);
        if (problems.Count > 0)
        {
            foreach (var problem in problems) await Console.Error.WriteLineAsync(problem);
            return 2;
        }

        await setup.AsOwnerAsync(db => AddAsync(db, options, role, level, password!));
        await Console.Out.WriteLineAsync($"已建立账号 {options["user"]}。");
        return 0;
    }

    private static List<string> Problems(IConfiguration options, string? password, out Role role, out PolicyLevel level)
    {
        var problems = new List<string>();
        if (string.IsNullOrWhiteSpace(options["user"])) problems.Add("请用 --user 给出账号。");
        if (!Enum.TryParse(options["role"] ?? nameof(Role.Platform), out role)) problems.Add($"--role 应为 {string.Join("、", Enum.GetNames<Role>())} 之一。");
        if (role == Role.Street && string.IsNullOrWhiteSpace(options["street"])) problems.Add("请用 --street 给出街道（乡镇）名称。");
        if (!Enum.TryParse(options["level"] ?? nameof(PolicyLevel.County), out level)) problems.Add("--level 应为 Province、City 或 County。");
        if (role != Role.Platform && string.IsNullOrWhiteSpace(options["tenant"])) problems.Add("请用 --tenant 给出单位的地址代码。");
        if (reserved.Contains(options["tenant"] ?? "")) problems.Add("此地址代码由系统保留，请另取。");
        if (password is null || password.Length < 10 || !password.Any(char.IsUpper) || !password.Any(char.IsLower) || !password.Any(char.IsDigit) || password.All(char.IsLetterOrDigit))
            problems.Add("口令至少 10 位，须有大写、小写字母、数字和符号（由 PORTAL_ADMIN_PASSWORD 或标准输入给出）。");
        return problems;
    }

    private static async Task AddAsync(PortalDbContext db, IConfiguration options, Role role, PolicyLevel level, string password)
    {
        var tenant = role == Role.Platform ? await TenantAsync(db, PlatformKey, "平台运维", PolicyLevel.Nation, "nation") : await TenantAsync(db, options["tenant"]!, options["tenant-name"] ?? options["tenant"]!, level, options["chain"]);
        db.Scope = TenantScope.OfTenant(tenant.Id);
        var name = options["user"]!.Trim();
        var user = await db.Users.SingleOrDefaultAsync(u => u.UserName == name);
        if (user is null)
        {
            user = new PortalUser { Id = Guid.CreateVersion7(), UserName = name, NormalizedUserName = name.ToUpperInvariant(), DisplayName = options["display"] ?? name, LockoutEnabled = true };
            db.Users.Add(user);
        }

        user.PasswordHash = new PasswordHasher<PortalUser>().HashPassword(user, password);
        user.SecurityStamp = Guid.NewGuid().ToString("N");
        await db.SaveChangesAsync();
        if (!await db.Memberships.AnyAsync(m => m.UserId == user.Id && m.TenantId == tenant.Id)) db.Memberships.Add(new Membership { TenantId = tenant.Id, UserId = user.Id, Role = role, StreetId = role == Role.Street ? await StreetAsync(db, tenant, options["street"]!.Trim()) : null });
        await db.SaveChangesAsync();
    }

    private static async Task<Guid> StreetAsync(PortalDbContext db, Tenant tenant, string name)
    {
        if (await db.Streets.SingleOrDefaultAsync(s => s.Name == name) is { } known) return known.Id;
        var street = new Street { TenantId = tenant.Id, Name = name };
        db.Streets.Add(street);
        db.AuditEntries.Add(new AuditEntry { TenantId = tenant.Id, At = TimeProvider.System.GetUtcNow(), By = "平台运维", Kind = "StreetAdded", SubjectType = nameof(Street), SubjectId = street.Id, Subject = name, Changes = "{}" });
        await db.SaveChangesAsync();
        return street.Id;
    }

    private static async Task<Tenant> TenantAsync(PortalDbContext db, string key, string name, PolicyLevel level, string? chain)
    {
        if (await db.Tenants.SingleOrDefaultAsync(t => t.Key == key) is { } known) return known;
        var divisions = (chain ?? $"{key},nation").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var above = await db.Tenants.Where(t => divisions.Contains(t.Key)).ToListAsync();
        var tenant = new Tenant { Id = Guid.CreateVersion7(), Key = key, Name = name, Level = level, PolicyChain = divisions, AncestorIds = [.. divisions.Select(d => above.SingleOrDefault(t => t.Key == d)?.Id).OfType<Guid>()] };
        db.Tenants.Add(tenant);
        // A county may have been made before its city.
        foreach (var below in await db.Tenants.Where(t => t.PolicyChain.Contains(key)).ToListAsync()) below.AncestorIds = [.. below.AncestorIds, tenant.Id];
        await db.SaveChangesAsync();
        return tenant;
    }
}
