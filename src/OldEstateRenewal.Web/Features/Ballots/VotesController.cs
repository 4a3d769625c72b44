using Microsoft.AspNetCore.Mvc;
using OldEstateRenewal.Domain.Consent;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Ballots;

/// <summary>录入: the 楼盘表 coloured by what was said; a key records.</summary>
[Route("{county}/ballots/{id:guid}/votes"), Requires(Duty.RecordVotes)]
public sealed class VotesController(CurrentAccess access, BallotService ballots, BallotReader reader, VoteService votes) : PortalController(access)
{
    [HttpGet("")]
    public async Task<IActionResult> Index(Guid id, Guid? building, Guid? matter, VoteChannel? channel, bool? signed) =>
        await reader.VotesAsync(id, building, matter, channel, signed) is { } page ? View("Index", page) : NotFound();

    /// <summary>One key: the answer is the cell as it now stands, once the vote is safe.</summary>
    [HttpPost("")]
    public async Task<IActionResult> Create(Guid id, GridVoteForm form)
    {
        if (await ballots.FindOpenAsync(id) is not { } ballot || await reader.PlaceAsync(id, form.DwellingId) is not { } place) return NotFound();
        if (!ModelState.IsValid || form.ActId == Guid.Empty || form.Choice is { } choice && !Enum.IsDefined(choice) || !Enum.IsDefined(form.Channel)) return BadRequest();
        var matters = ballot.Matters.Where(matter => form.MatterId is null || matter.Id == form.MatterId).ToDictionary(matter => matter.Id, _ => form.Choice);
        var answer = await votes.RecordAsync(ballot, new VoteAct(form.ActId, form.DwellingId, matters, form.Channel, form.Signed, null, null, null, null, form.ReadSeen()));
        Response.Headers["X-Vote"] = answer.Outcome.ToString();
        if (answer.Outcome is VoteOutcome.Overtaken) Response.StatusCode = StatusCodes.Status409Conflict;
        if (answer.Outcome is VoteOutcome.Refused) Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        var standing = answer.Standing.Count > 0 ? answer.Standing : await votes.StandingAsync(id, form.DwellingId);
        return PartialView("Cell", new VoteCellView(BallotReader.CellOf(ballot, place, standing, form.MatterId), standing, answer.Reasons, answer.Outcome == VoteOutcome.Overtaken));
    }
}

/// <summary>A cell with what it needs to be overwritten by who sees it.</summary>
public sealed record VoteCellView(VoteCell Cell, IReadOnlyList<BallotVote> Standing, IReadOnlyList<string> Reasons, bool IsOvertaken);
