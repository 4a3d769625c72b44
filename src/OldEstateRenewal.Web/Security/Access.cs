using OldEstateRenewal.Web.Tenancy;

namespace OldEstateRenewal.Web.Security;

/// <summary>Who asks, in which tenant, as what: looked up afresh for every request.</summary>
public sealed record Access(Guid UserId, string UserName, Tenant Tenant, Role Role, Guid? StreetId)
{
    /// <summary>The policy files that hold for the tenant, oldest first.</summary>
    public IReadOnlyList<Guid> PolicyFileIds { get; init; } = [];

    /// <summary>How many changes the tenant's data has seen: what was worked out at the same number still holds.</summary>
    public long Changes { get; init; }

    /// <summary>What a city writes it writes in the city; in its counties it reads.</summary>
    public bool May(Duty duty) => Role.Has(duty) && (Tenant.Level == Domain.Policies.PolicyLevel.City || !(duty == Duty.Supervise || (Supervises && duty is (Duty.EditTemplates or Duty.MakeReports))));

    /// <summary>A city bureau looks at one of its counties: everything is read through the supervisors' database role.</summary>
    public bool Supervises => Role == Role.City;

    /// <summary>The person is told to the database only where it looks up what the person may read.</summary>
    public TenantScope Scope => new(Tenant.Id, Supervises ? UserId : null, StreetId);
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
