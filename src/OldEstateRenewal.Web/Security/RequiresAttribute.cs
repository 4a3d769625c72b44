using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace OldEstateRenewal.Web.Security;

/// <summary>The duty a page or act asks for.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class RequiresAttribute(Duty duty) : Attribute
{
    public Duty Duty { get; } = duty;
}

/// <summary>Lets an action run only when it names a duty and the person has it; one that names none stays closed.</summary>
public sealed class DutyFilter(CurrentAccess access) : IAuthorizationFilter
{
    public void OnAuthorization(AuthorizationFilterContext context)
    {
        var metadata = context.ActionDescriptor.EndpointMetadata;
        if (metadata.OfType<IAllowAnonymous>().Any()) return;
        var required = metadata.OfType<RequiresAttribute>().ToList();
        if (required.Count == 0 || !required.All(attribute => access.May(attribute.Duty))) context.Result = new StatusCodeResult(StatusCodes.Status403Forbidden);
    }
}
