using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Attachments;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Acceptances;

public sealed record SpotCheckSheet(SpotCheck Check, AttachmentList Files);

public sealed record ConfirmationSheet(AcceptanceConfirmation Confirmation, AttachmentList Files);

/// <summary>市级抽检核验, as the county keeps it.</summary>
[Route("{county}"), Requires(Duty.ReadProjects)]
public sealed class SpotChecksController(CurrentAccess access, PortalDbContext db, AcceptanceBook book, DefectService defects) : PortalController(access)
{
    private readonly CurrentAccess current = access;

    private const int MostRequest = 100 * 1024 * 1024;

    [HttpGet("spot-checks/{id:guid}")]
    public async Task<IActionResult> Show(Guid id) => await db.SpotChecks.AsNoTracking().Include(c => c.Project).SingleOrDefaultAsync(c => c.Id == id) is { } check
        ? View(new SpotCheckSheet(check, await AttachmentList.ReadAsync(db, current, AttachmentSubject.SpotCheck, id, AttachmentKind.Scan, AttachmentKind.Photo))) : NotFound();

    [HttpPost("projects/{id:guid}/spot-checks"), Requires(Duty.EditProjects), RequestSizeLimit(MostRequest), RequestFormLimits(MultipartBodyLengthLimit = MostRequest)]
    public async Task<IActionResult> Create(Guid id, SpotCheckForm form, List<IFormFile>? files)
    {
        if (await book.BoardAsync(id) is not { } board) return NotFound();
        if (ModelState.IsValid)
            foreach (var refusal in await defects.AddSpotCheckAsync(board.Project, form, files ?? [])) ModelState.AddModelError(nameof(form.HeldOn), refusal);
        if (!ModelState.IsValid) return Again("/Features/Acceptances/Acceptances/Index.cshtml", board with { SpotCheck = form });
        Notice(form.Conforms == true ? "已登记抽检。" : "已登记抽检。须整改的事项请逐项登记为问题。");
        return Redirect($"{Home}/projects/{id}/acceptances#spot-checks");
    }
}

/// <summary>居委会、业主委员会确认.</summary>
[Route("{county}"), Requires(Duty.ReadProjects)]
public sealed class ConfirmationsController(CurrentAccess access, PortalDbContext db, AcceptanceBook book, DefectService defects) : PortalController(access)
{
    private readonly CurrentAccess current = access;

    private const int MostRequest = 100 * 1024 * 1024;

    [HttpGet("confirmations/{id:guid}")]
    public async Task<IActionResult> Show(Guid id) => await db.AcceptanceConfirmations.AsNoTracking().Include(c => c.Project).Include(c => c.Estate).SingleOrDefaultAsync(c => c.Id == id) is { } confirmation
        ? View(new ConfirmationSheet(confirmation, await AttachmentList.ReadAsync(db, current, AttachmentSubject.AcceptanceConfirmation, id, AttachmentKind.Scan))) : NotFound();

    [HttpPost("projects/{id:guid}/confirmations"), Requires(Duty.EditProjects), RequestSizeLimit(MostRequest), RequestFormLimits(MultipartBodyLengthLimit = MostRequest)]
    public async Task<IActionResult> Create(Guid id, ConfirmationForm form, List<IFormFile>? files)
    {
        if (await book.BoardAsync(id) is not { } board) return NotFound();
        if (ModelState.IsValid)
            foreach (var refusal in await defects.ConfirmAsync(board.Project, board.Confirmers, form, files ?? [])) ModelState.AddModelError(nameof(form.Body), refusal);
        if (!ModelState.IsValid) return Again("/Features/Acceptances/Acceptances/Index.cshtml", board with { Confirmation = form });
        Notice("已登记确认。");
        return Redirect($"{Home}/projects/{id}/acceptances#confirmations");
    }
}
