using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Npgsql;
using OldEstateRenewal.Domain.Policies;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Tenancy;

namespace OldEstateRenewal.Web.Security;

public sealed record MembershipRow(string TenantKey, string TenantName, Role Role);

/// <summary>
/// Asked at every request, so it is one round trip by hand: a batch is one implicit transaction, in which the setting holds for the query
/// behind it.
/// </summary>
public sealed class AccessLookup(PortalDatabase database, IOptions<IdentityOptions> identity)
{
    private const string Person = "select set_config('app.person', $1::text, true)";

    // A membership of the tenant itself goes before one of a city above it.
    private const string Find = """
        select u.security_stamp, u.display_name, t.id, t.key, t.name, t.level, t.ancestor_ids, t.policy_chain, t.is_demonstration, m.role, m.street_id
        from users u left join tenants t on t.key = $2 left join lateral (
          select role, street_id from memberships
          where user_id = u.id and (tenant_id = t.id or (role = 'City' and tenant_id = any (t.ancestor_ids)))
          order by tenant_id <> t.id limit 1) m on true
        where u.id = $1
        """;

    // Nothing is shown of it before the membership is known; the files are the tenant's own and those from above it.
    private const string Tenant = "select set_config('app.tenant', (select id::text from tenants where key = $1), true)";
    private const string Rest = "select (select coalesce(array_agg(id order by added_at, id), '{}') from policy_files), coalesce((select sequence from audit_heads), 0)";

    private const string Memberships = "select t.key, t.name, m.role from memberships m join tenants t on t.id = m.tenant_id where m.user_id = $1 order by t.key";

    /// <summary>Is the sign-in still good, and what may the person do in this tenant.</summary>
    public async Task<(Access? Access, bool StampIsFresh)> FindAsync(ClaimsPrincipal person, string tenantKey)
    {
        var (access, stamp) = await ReadAsync(Guid.Parse(person.FindFirstValue(ClaimTypes.NameIdentifier)!), tenantKey);
        return stamp is not null && stamp == person.FindFirstValue(identity.Value.ClaimsIdentity.SecurityStampClaimType) ? (access, true) : (null, false);
    }

    /// <summary>What the person may do in this tenant now, for work that goes on after the person has left.</summary>
    public async Task<Access?> OfPersonAsync(Guid userId, string tenantKey) => (await ReadAsync(userId, tenantKey)).Access;

    private async Task<(Access? Access, string? Stamp)> ReadAsync(Guid userId, string tenantKey)
    {
        await using var connection = await database.OpenAsync();
        await using var batch = Batch(connection, userId, Find, tenantKey);
        batch.BatchCommands.Add(new NpgsqlBatchCommand(Tenant) { Parameters = { new NpgsqlParameter<string> { TypedValue = tenantKey } } });
        batch.BatchCommands.Add(new NpgsqlBatchCommand(Rest));
        await using var row = await batch.ExecuteReaderAsync();
        await row.NextResultAsync();
        if (!await row.ReadAsync() || row.IsDBNull(0)) return (null, null);
        var stamp = row.GetString(0);
        if (row.IsDBNull(2) || row.IsDBNull(9)) return (null, stamp);
        var tenant = new Tenant
        {
            Id = row.GetGuid(2),
            Key = row.GetString(3),
            Name = row.GetString(4),
            Level = Enum.Parse<PolicyLevel>(row.GetString(5)),
            AncestorIds = row.GetFieldValue<Guid[]>(6),
            PolicyChain = row.GetFieldValue<string[]>(7),
            IsDemonstration = row.GetBoolean(8),
        };
        var (name, role, street) = (row.GetString(1), Enum.Parse<Role>(row.GetString(9)), row.IsDBNull(10) ? (Guid?)null : row.GetGuid(10));
        await row.NextResultAsync();
        await row.NextResultAsync();
        await row.ReadAsync();
        return (new Access(userId, name, tenant, role, street) { PolicyFileIds = row.GetFieldValue<Guid[]>(0), Changes = row.GetInt64(1) }, stamp);
    }

    /// <summary>The tenants the person is a member of, for the page after signing in.</summary>
    public async Task<List<MembershipRow>> MembershipsAsync(Guid userId)
    {
        await using var connection = await database.OpenAsync();
        await using var batch = Batch(connection, userId, Memberships);
        await using var rows = await batch.ExecuteReaderAsync();
        await rows.NextResultAsync();
        var memberships = new List<MembershipRow>();
        while (await rows.ReadAsync()) memberships.Add(new MembershipRow(rows.GetString(0), rows.GetString(1), Enum.Parse<Role>(rows.GetString(2))));
        return memberships;
    }

    private static NpgsqlBatch Batch(NpgsqlConnection connection, Guid userId, string query, string? second = null)
    {
        var set = new NpgsqlBatchCommand(Person);
        set.Parameters.Add(new NpgsqlParameter<string> { TypedValue = userId.ToString() });
        var ask = new NpgsqlBatchCommand(query);
        ask.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = userId });
        if (second is not null) ask.Parameters.Add(new NpgsqlParameter<string> { TypedValue = second });
        return new NpgsqlBatch(connection) { BatchCommands = { set, ask } };
    }
}
