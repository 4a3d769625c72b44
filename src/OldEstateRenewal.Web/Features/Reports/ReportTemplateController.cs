using Microsoft.AspNetCore.Mvc;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Reports;

/// <summary>公文版式 of the tenant.</summary>
[Route("{county}/reports/template"), Requires(Duty.EditTemplates)]
public sealed class ReportTemplateController(CurrentAccess access, PaperTemplates templates) : PortalController(access)
{
    [HttpGet("")]
    public async Task<IActionResult> Edit()
    {
        var kept = await templates.CurrentAsync();
        return View(new TemplatePage(TemplateForm.Of(await templates.OfTenantAsync(), kept), kept));
    }

    [HttpPost("")]
    public async Task<IActionResult> Update(TemplateForm form)
    {
        if (!ModelState.IsValid) return Again("Edit", new TemplatePage(form, await templates.CurrentAsync()));
        await templates.SetAsync(form);
        return Told($"{Home}/reports/template", [], "公文版式已保存，今后的公文按此版式。");
    }
}
