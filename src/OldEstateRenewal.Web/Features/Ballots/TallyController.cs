using Microsoft.AspNetCore.Mvc;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Ballots;

/// <summary>The live count, as a piece of the pages that show it.</summary>
[Route("{county}/ballots/{id:guid}/tally"), Requires(Duty.ReadBallots)]
public sealed class TallyController(CurrentAccess access, BallotService ballots, TallyBook tallies) : PortalController(access)
{
    [HttpGet("")]
    public async Task<IActionResult> Show(Guid id) =>
        Access.Supervises || await ballots.FindAsync(id) is not { FrozenHash: not null } ? NotFound() : PartialView("/Features/Ballots/Tally.cshtml", await tallies.CountAsync(id));
}
