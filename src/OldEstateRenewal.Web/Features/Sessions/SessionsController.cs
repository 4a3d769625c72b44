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
        var result = await signIn.PasswordSignInAsync(form.UserName!.Trim(), form.Password!, isPersistent: false, lockoutOnFailure: true);
        if (result.Succeeded) return LocalRedirect(Url.IsLocalUrl(form.ReturnUrl) ? form.ReturnUrl : "/");
        ModelState.AddModelError("", result.IsLockedOut ? "登录失败次数过多，账号暂时锁定，请 30 分钟后再试。" : "账号或口令不正确。");
        return Again(form);
    }

    [HttpPost("/sign-out")]
    public async Task<IActionResult> Destroy()
    {
        await signIn.SignOutAsync();
        return Redirect("/sign-in");
    }

    private ViewResult Again(SignInForm form)
    {
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return View("New", form);
    }
}
