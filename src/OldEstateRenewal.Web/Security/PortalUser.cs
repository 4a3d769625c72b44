using Microsoft.AspNetCore.Identity;

namespace OldEstateRenewal.Web.Security;

/// <summary>A person who signs in; what the person may do is said by memberships.</summary>
public sealed class PortalUser : IdentityUser<Guid>
{
    public const int DisplayNameLength = 60;

    /// <summary>The name that stands beside what the person did.</summary>
    public string DisplayName { get; set; } = "";
}
