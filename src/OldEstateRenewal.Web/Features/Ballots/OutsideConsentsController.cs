using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Domain.Consent;
using OldEstateRenewal.Domain.Policies;
using OldEstateRenewal.Web.Audit;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Estates;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Ballots;

public sealed record OutsideConsentSheet(Estate Estate, PolicyAnswer<ConsentRule> Rule, ConsentAnswer? Standing, IReadOnlyList<OutsideConsent> Earlier, OutsideConsentForm Form);

/// <summary>系统外完成的征询: its result is stated for one estate and one rule.</summary>
[Route("{county}/estates/{id:guid}/outside-consents"), Requires(Duty.EditBallots)]
public sealed class OutsideConsentsController(CurrentAccess access, PortalDbContext db, ConsentGate gate, AuditTrail audit, TimeProvider time) : PortalController(access)
{
    [HttpGet("new")]
    public async Task<IActionResult> New(Guid id, string? rule, Guid? plan, Guid? project) => await SheetAsync(id, new OutsideConsentForm { Rule = rule, Plan = plan, Project = project }) is { } sheet ? View(sheet) : NotFound();

    [HttpPost("")]
    public async Task<IActionResult> Create(Guid id, OutsideConsentForm form)
    {
        if (await SheetAsync(id, form) is not { } sheet) return NotFound();
        if (form.HeldOn > ChinaTime.Today(time)) ModelState.AddModelError(nameof(form.HeldOn), "征询完成的日期不能在今天之后。");
        if (!ModelState.IsValid) return Again("New", sheet);
        var stated = Stated(sheet, form);
        db.OutsideConsents.Add(stated);
        audit.Add("OutsideConsentRecorded", stated, $"{sheet.Estate.Name} · {sheet.Rule.Item.Name}");
        await db.SaveChangesAsync();
        Notice("已登记系统外征询的结果。");
        return Redirect(Home + (form.Plan is { } plan ? $"/plans/{plan}" : form.Project is { } project ? $"/projects/{project}" : $"/estates/{id}"));
    }

    private OutsideConsent Stated(OutsideConsentSheet sheet, OutsideConsentForm form) => new()
    {
        EstateId = sheet.Estate.Id,
        RuleKey = sheet.Rule.Item.Key,
        HeldOn = form.HeldOn!.Value,
        Whole = form.Whole!.Value,
        Asked = form.Asked!.Value,
        Participating = form.Participating!.Value,
        Agreeing = form.Agreeing!.Value,
        Remark = form.Remark!.Trim(),
        RecordedBy = Access.UserName,
        RecordedById = Access.UserId,
        RecordedAt = time.GetUtcNow(),
    };

    private async Task<OutsideConsentSheet?> SheetAsync(Guid id, OutsideConsentForm form)
    {
        var key = string.IsNullOrWhiteSpace(form.Rule) ? ConsentGate.PlanEntry : form.Rule;
        if (await db.Estates.AsNoTracking().SingleOrDefaultAsync(e => e.Id == id && e.EndedOn == null) is not { } estate || await gate.RuleAsync(key) is not { } rule || !ConsentGate.MayState(rule)) return null;
        var earlier = await db.OutsideConsents.AsNoTracking().Where(c => c.EstateId == id && c.RuleKey == key).OrderByDescending(c => c.RecordedAt).ToListAsync();
        return new OutsideConsentSheet(estate, rule, (await gate.AskAsync(key, [id]))[id], earlier, form);
    }
}
