namespace OldEstateRenewal.Web.Tenancy;

/// <summary>
/// On whose behalf the database is asked: set once per request or job, then sent with the first command of each transaction.
/// Without a scope, row-level security shows nothing and accepts nothing.
/// </summary>
/// <param name="TenantId">The tenant whose rows are meant.</param>
/// <param name="UserId">The person, for rows that are shown to their owner alone and for supervision.</param>
/// <param name="StreetId">The only street to be seen, for street clerks.</param>
public sealed record TenantScope(Guid? TenantId, Guid? UserId, Guid? StreetId)
{
    /// <summary>Before the tenant is known: only what belongs to the person.</summary>
    public static TenantScope OfPerson(Guid userId) => new(null, userId, null);

    /// <summary>A job of one tenant.</summary>
    public static TenantScope OfTenant(Guid tenantId) => new(tenantId, null, null);

    /// <summary>The settings as SQL. Guids cannot carry anything but themselves.</summary>
    public string ToSql() => $"SET LOCAL app.tenant = '{TenantId}'; SET LOCAL app.person = '{UserId}'; SET LOCAL app.street = '{StreetId}'; ";
}
