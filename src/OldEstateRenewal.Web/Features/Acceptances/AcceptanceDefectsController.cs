using Microsoft.AspNetCore.Mvc;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Acceptances;

/// <summary>验收问题: found, mended, looked at again.</summary>
[Route("{county}"), Requires(Duty.ReadProjects)]
public sealed class AcceptanceDefectsController(CurrentAccess access, AcceptanceBook book, DefectService defects, TimeProvider time) : PortalController(access)
{
    private const int MostRequest = 100 * 1024 * 1024;

    [HttpGet("acceptance-defects/{id:guid}")]
    public async Task<IActionResult> Show(Guid id) => await book.DefectAsync(id, new DefectStepForm { On = ChinaTime.Today(time), Approved = true }) is { } sheet ? View(sheet) : NotFound();

    [HttpPost("projects/{id:guid}/acceptance-defects"), Requires(Duty.EditProjects)]
    public async Task<IActionResult> Create(Guid id, DefectForm form)
    {
        if (await book.BoardAsync(id) is not { } board) return NotFound();
        if (!ModelState.IsValid) return Again("/Features/Acceptances/Acceptances/Index.cshtml", board with { Defect = form });
        await defects.AddAsync(board.Project, form);
        Notice("已登记问题。");
        return Redirect($"{Home}/projects/{id}/acceptances#defects");
    }

    [HttpPost("acceptance-defects/{id:guid}/mending"), Requires(Duty.EditProjects), RequestSizeLimit(MostRequest), RequestFormLimits(MultipartBodyLengthLimit = MostRequest)]
    public async Task<IActionResult> Update(Guid id, DefectStepForm form, List<IFormFile>? files)
    {
        if (await book.DefectAsync(id, form) is not { } sheet) return NotFound();
        return ModelState.IsValid ? Answer(sheet, await defects.MendAsync(sheet.Defect, form, files ?? []), "已登记整改，等待他人复验。") : Again("Show", sheet);
    }

    [HttpPost("acceptance-defects/{id:guid}/recheck"), Requires(Duty.EditProjects)]
    public async Task<IActionResult> CreateRecheck(Guid id, DefectStepForm form)
    {
        if (await book.DefectAsync(id, form) is not { } sheet) return NotFound();
        return ModelState.IsValid ? Answer(sheet, await defects.CheckAsync(sheet.Defect, form), form.Approved ? "复验合格。" : "已登记复验不合格，须重新整改。") : Again("Show", sheet);
    }

    private IActionResult Answer(DefectSheet sheet, IReadOnlyList<string> refusals, string done)
    {
        foreach (var refusal in refusals) ModelState.AddModelError("", refusal);
        if (refusals.Count > 0) return Again("Show", sheet);
        Notice(done);
        return Redirect($"{Home}/acceptance-defects/{sheet.Defect.Id}");
    }
}
