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
    /// <summary>Nothing to tell the database.</summary>
    public bool IsNobody => TenantId is null && UserId is null && StreetId is null;

    /// <summary>A job of one tenant.</summary>
    public static TenantScope OfTenant(Guid tenantId) => new(tenantId, null, null);

    /// <summary>
    /// The settings as SQL; guids cannot carry anything but themselves. A setting of an earlier transaction is gone by now, so what is null
    /// need not be said; fewer texts also leave room among the prepared statements.
    /// </summary>
    public string ToSql() => Setting("tenant", TenantId) + Setting("person", UserId) + Setting("street", StreetId);

    private static string Setting(string name, Guid? value) => value is null ? "" : $"SET LOCAL app.{name} = '{value}'; ";
}
