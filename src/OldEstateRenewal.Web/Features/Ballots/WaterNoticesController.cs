using Microsoft.AspNetCore.Mvc;
using OldEstateRenewal.Domain.Consent;
using OldEstateRenewal.Web.Features.Buildings;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Ballots;

/// <summary>停水通知 for a riser, on paper: 电子签名法 §3 leaves no room for an electronic one.</summary>
[Route("{county}/ballots/{id:guid}/water-notices"), Requires(Duty.RecordVotes)]
public sealed class WaterNoticesController(CurrentAccess access, BallotService ballots, BallotRoll rolls, TimeProvider time) : PortalController(access)
{
    /// <summary>Where a riser decides for itself.</summary>
    public static bool Concerns(Ballot ballot) => ballot.Riser is not null || ballot.Matters.Any(matter => matter.Question?.Scope == ConsentScope.Riser);

    [HttpGet("new")]
    public async Task<IActionResult> New(Guid id)
    {
        if (await PageAsync(id, new WaterNoticeForm()) is not { } page) return NotFound();
        page.Form.Place = page.Risers[0];
        return View("New", page);
    }

    [HttpPost("")]
    public async Task<IActionResult> Create(Guid id, WaterNoticeForm form)
    {
        if (await PageAsync(id, form) is not { } page) return NotFound();
        if (form.Place is not null && !page.Risers.Contains(form.Place)) ModelState.AddModelError(nameof(form.Place), "请从列出的立管中选择。");
        if (!ModelState.IsValid) return Again("New", page);
        var notice = new WaterNotice(page.Ballot, form, Access.Tenant, time.GetUtcNow().ToChina());
        return new PaperFile(notice.Head, ResultNotice.Layout, notice.Draw);
    }

    private async Task<WaterNoticePage?> PageAsync(Guid id, WaterNoticeForm form)
    {
        if (await ballots.FindAsync(id) is not { FrozenHash: not null } ballot || !Concerns(ballot)) return null;
        var risers = (await rolls.FrozenAsync(id)).Select(entry => $"{entry.Building} {HouseholdWords.EntranceName(entry.Entrance)} {(entry.Riser is null ? "（未标明立管）" : $"立管 {entry.Riser}")}").Distinct().ToList();
        return new WaterNoticePage(ballot, form, risers);
    }
}
