using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Shared;

/// <summary>A controller below a tenant's address.</summary>
public abstract class PortalController(CurrentAccess access) : Controller
{
    protected Access Access => access.Value;

    /// <summary>The address of the tenant, such as "/linqu".</summary>
    protected string Home => "/" + Access.Tenant.Key;

    protected void Notice(string text) => TempData["Notice"] = text;

    /// <summary>A form that was not accepted, shown again with everything that was typed.</summary>
    protected ViewResult Again(string view, object model)
    {
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return View(view, model);
    }

    /// <summary>What is wrong with the fields that were sent, for a page that tells it above.</summary>
    protected IReadOnlyList<string> Wrong() => ModelState.Values.SelectMany(value => value.Errors).Select(error => error.ErrorMessage).ToList();

    /// <summary>Back to a page, which tells that it is done or why not.</summary>
    protected RedirectResult Told(string address, IReadOnlyList<string> refusals, string done)
    {
        if (refusals.Count == 0) Notice(done);
        else TempData["Refusals"] = refusals.ToArray();
        return Redirect(address);
    }

    public override void OnActionExecuting(ActionExecutingContext context)
    {
        ViewData["Home"] = Home;
        base.OnActionExecuting(context);
    }
}
