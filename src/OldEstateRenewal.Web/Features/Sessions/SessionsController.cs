using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Sessions;

/// <summary>Signing in and out.</summary>
[AllowAnonymous]
public sealed class SessionsController(SignInManager<PortalUser> signIn) : Controller
{
    [HttpGet("/sign-in")]
    public IActionResult New(string? returnUrl) => View(new SignInForm { ReturnUrl = returnUrl });

    [HttpPost("/sign-in")]
    public async Task<IActionResult> Create(SignInForm form)
    {
        if (!ModelState.IsValid) return Again(form);
        if (await SignInAsync(form.UserName!.Trim(), form.Password!)) return LocalRedirect(Url.IsLocalUrl(form.ReturnUrl) ? form.ReturnUrl : "/");
        ModelState.AddModelError("", "账号或口令不正确。连续 5 次不正确的，账号锁定 30 分钟。");
        return Again(form);
    }

    [HttpPost("/sign-out")]
    public async Task<IActionResult> Destroy()
    {
        await signIn.SignOutAsync();
        return Redirect("/sign-in");
    }

    /// <summary>Takes as long, and says as little, for an account that does not exist or is locked as for a wrong password.</summary>
    private async Task<bool> SignInAsync(string userName, string password)
    {
        var user = await signIn.UserManager.FindByNameAsync(userName);
        if (user is null || await signIn.UserManager.IsLockedOutAsync(user))
        {
            signIn.UserManager.PasswordHasher.HashPassword(new PortalUser(), password);
            return false;
        }

        return (await signIn.PasswordSignInAsync(user, password, isPersistent: false, lockoutOnFailure: true)).Succeeded;
    }

    private ViewResult Again(SignInForm form)
    {
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return View("New", form);
    }
}
