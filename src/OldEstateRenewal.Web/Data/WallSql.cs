namespace OldEstateRenewal.Web.Data;

/// <summary>The words of which policies are made: who asks, and who stands above.</summary>
internal static class WallSql
{
    /// <summary>The tenant that asks.</summary>
    public const string Asking = "nullif(current_setting('app.tenant', true), '')::uuid";

    /// <summary>That a row belongs to a tenant above the one that asks.</summary>
    public const string Above = $"tenant_id = any ((select t.ancestor_ids from portal.tenants t where t.id = {Asking})::uuid[])";
}
