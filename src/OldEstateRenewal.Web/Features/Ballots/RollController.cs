using Microsoft.AspNetCore.Mvc;
using OldEstateRenewal.Web.Audit;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Ballots;

/// <summary>名册: who is counted with which area, and who is not and why.</summary>
[Route("{county}/ballots/{id:guid}"), Requires(Duty.ReadHouseholds)]
public sealed class RollController(CurrentAccess access, BallotService ballots, BallotReader reader, BallotRoll rolls, ExportTrail exports, TimeProvider time) : PortalController(access)
{
    [HttpGet("roll")]
    public async Task<IActionResult> Show(Guid id) => await reader.RollAsync(id) is { } page ? View("Show", page) : NotFound();

    /// <summary>For the notice board while objections may be made, and for the file: owners masked.</summary>
    [HttpGet("roll.{format:regex(^(pdf|xlsx)$)}")]
    public async Task<IActionResult> ShowDocument(Guid id, string format)
    {
        if (await reader.RollAsync(id) is not { } page) return NotFound();
        await exports.AddHouseholdsAsync($"{page.Ballot.Estate!.Name} {page.Ballot.Name} 名册", page.Ballot.EstateId);
        return new TableFile(RollTable.Of(page, Access, time.GetUtcNow()), format);
    }

    /// <summary>Leaves a dwelling out with a reason, or takes it in again.</summary>
    [HttpPost("roll/exclusions"), Requires(Duty.EditBallots)]
    public async Task<IActionResult> CreateExclusion(Guid id, Guid dwellingId, string? reason)
    {
        if (await ballots.FindAsync(id) is not { } ballot) return NotFound();
        if (ballot.State != BallotState.Draft) return Told(id, [$"{ballot.State.Name()}，名册不再改动。"]);
        if (!ModelState.IsValid || (await rolls.DraftAsync(ballot)).Lines.All(line => line.Dwelling.Id != dwellingId)) return NotFound();
        return Told(id, reason?.Length > RollEntry.ReasonLength ? [$"原因不超过 {RollEntry.ReasonLength} 字。"] : await ballots.ExcludeAsync(ballot, dwellingId, reason));
    }

    private RedirectResult Told(Guid id, IReadOnlyList<string> refusals)
    {
        if (refusals.Count > 0) TempData["Refusals"] = refusals.ToArray();
        else Notice("名册已更新。");
        return Redirect($"{Home}/ballots/{id}/roll");
    }
}
