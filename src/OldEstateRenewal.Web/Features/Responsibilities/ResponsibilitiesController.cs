using Microsoft.AspNetCore.Mvc;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Responsibilities;

/// <summary>责任分工: bodies, their duties, officers and open tasks.</summary>
[Route("{county}/responsibilities"), Requires(Duty.ReadProjects)]
public sealed class ResponsibilitiesController(CurrentAccess access, ResponsibilityBook book) : PortalController(access)
{
    [HttpGet("")]
    public async Task<IActionResult> Index() => View((await book.ReadAsync(), new OfficerForm()));

    [HttpPost("officers"), Requires(Duty.EditPlans)]
    public async Task<IActionResult> Create(OfficerForm form)
    {
        if (ModelState.IsValid && !await book.NameAsync(form)) ModelState.AddModelError(nameof(form.Body), "请从列出的责任单位中选择。");
        if (!ModelState.IsValid) return Again("Index", (await book.ReadAsync(), form));
        Notice("已登记。");
        return Redirect($"{Home}/responsibilities");
    }
}
