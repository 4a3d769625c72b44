namespace OldEstateRenewal.Web.Tenancy;

/// <summary>A row of one tenant. Its key, foreign keys and unique indexes all lead with the tenant.</summary>
public interface ITenantOwned
{
    Guid TenantId { get; set; }
}

/// <summary>A row that people edit: a stale copy is noticed by its version.</summary>
public interface IVersioned
{
    long Version { get; set; }
}
