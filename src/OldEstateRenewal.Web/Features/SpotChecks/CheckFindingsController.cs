using Microsoft.AspNetCore.Mvc;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.SpotChecks;

/// <summary>A finding: the county says how it was mended, the city confirms or sends back.</summary>
[Route("{county}/spot-checks/findings/{id:guid}"), Requires(Duty.ReadProjects)]
public sealed class CheckFindingsController(CurrentAccess access, CheckReader reader, MendingService mendings, CheckDesk desk) : PortalController(access)
{
    private const int MostRequest = 100 * 1024 * 1024;

    [HttpGet("")]
    public async Task<IActionResult> Show(Guid id) => await reader.FindingAsync(id) is { } page ? View(page) : NotFound();

    [HttpPost("mendings"), Requires(Duty.EditProjects), RequestSizeLimit(MostRequest), RequestFormLimits(MultipartBodyLengthLimit = MostRequest)]
    public async Task<IActionResult> Create(Guid id, MendingForm form)
    {
        if (await reader.FindingAsync(id) is not { } page) return NotFound();
        foreach (var (field, text) in ModelState.IsValid ? await mendings.MendAsync(id, form) : []) ModelState.AddModelError(field, text);
        if (!ModelState.IsValid) return Again("Show", page with { Mending = form });
        Notice("整改情况已报送，待市级核验。");
        return Redirect($"{Home}/spot-checks/findings/{id}");
    }

    [HttpPost("verdicts"), Requires(Duty.Supervise)]
    public async Task<IActionResult> Update(Guid id, VerdictForm form)
    {
        if (await reader.FindingAsync(id) is not { } page) return NotFound();
        foreach (var (field, text) in ModelState.IsValid ? await desk.JudgeAsync(page.Line, form) : []) ModelState.AddModelError(field, text);
        if (!ModelState.IsValid) return Again("Show", page with { Verdict = form });
        Notice(form.Kind == FindingVerdictKind.Confirmed ? "已销号。" : "已退回，县级须重新整改。");
        return Redirect($"{Home}/spot-checks/findings/{id}");
    }
}
