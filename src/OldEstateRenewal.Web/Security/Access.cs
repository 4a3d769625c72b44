using OldEstateRenewal.Web.Tenancy;

namespace OldEstateRenewal.Web.Security;

/// <summary>Who asks, in which tenant, as what: looked up afresh for every request.</summary>
public sealed record Access(Guid UserId, string UserName, Tenant Tenant, Role Role, Guid? StreetId)
{
    public bool May(Duty duty) => Role.Has(duty) && (duty != Duty.Supervise || Tenant.Level == Domain.Policies.PolicyLevel.City);

    /// <summary>A city bureau looks at one of its counties: everything is read through the supervisors' database role.</summary>
    public bool Supervises => Role == Role.City;

    public TenantScope Scope => new(Tenant.Id, UserId, StreetId);
}

/// <summary>The access of the current request, set by the tenancy middleware.</summary>
public sealed class CurrentAccess
{
    private Access? access;

    public bool IsKnown => access is not null;

    public Access Value => access ?? throw new InvalidOperationException("No tenant in this request.");

    public void Set(Access granted) => access = granted;

    public bool May(Duty duty) => access?.May(duty) == true;
}
