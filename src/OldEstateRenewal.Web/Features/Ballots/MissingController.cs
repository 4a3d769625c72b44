using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Ballots;

public sealed record MissingHome(RollEntry Entry, IReadOnlyList<ContactAttempt> Attempts)
{
    public ContactAttempt? Last => Attempts.Count > 0 ? Attempts[^1] : null;

    public DateOnly? Appointment => Last?.AppointmentOn;
}

public sealed record MissingPage(Ballot Ballot, IReadOnlyList<MissingHome> Homes, int Units, DateOnly Today);

/// <summary>未投的户: who is missing, who tried to reach them, what was agreed.</summary>
[Route("{county}/ballots/{id:guid}/missing"), Requires(Duty.RecordVotes)]
public sealed class MissingController(CurrentAccess access, PortalDbContext db, BallotService ballots, TallyBook tallies, TimeProvider time) : PortalController(access)
{
    [HttpGet("")]
    public async Task<IActionResult> Index(Guid id)
    {
        if (await ballots.FindAsync(id) is not { FrozenHash: not null } ballot) return NotFound();
        var count = await tallies.CountAsync(id);
        var voted = count.Votes.Select(vote => vote.DwellingId).ToHashSet();
        var attempts = (await db.ContactAttempts.AsNoTracking().Where(a => a.BallotId == id).OrderBy(a => a.At).ToListAsync()).ToLookup(a => a.DwellingId);
        var homes = count.Counted.Where(entry => !voted.Contains(entry.DwellingId)).Select(entry => new MissingHome(entry, attempts[entry.DwellingId].ToList()));
        // Whoever has an appointment comes first, then whom nobody has tried yet.
        return View("Index", new MissingPage(ballot, homes.OrderBy(home => home.Appointment ?? DateOnly.MaxValue).ThenBy(home => home.Attempts.Count).ToList(), count.Counted.Count(), ChinaTime.Today(time)));
    }
}
