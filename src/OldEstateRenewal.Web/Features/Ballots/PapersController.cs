using Microsoft.AspNetCore.Mvc;
using OldEstateRenewal.Web.Audit;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Ballots;

/// <summary>票样: what a building needs on paper. Full names and receipt codes leave the house with it, so it is written down who took it.</summary>
[Route("{county}/ballots/{id:guid}/papers"), Requires(Duty.RecordVotes)]
public sealed class PapersController(CurrentAccess access, BallotService ballots, BallotRoll rolls, PersonalData personal, ExportTrail exports, TimeProvider time) : PortalController(access)
{
    [HttpGet("")]
    public async Task<IActionResult> Index(Guid id)
    {
        if (await ballots.FindAsync(id) is not { FrozenHash: not null } ballot) return NotFound();
        var buildings = (await rolls.FrozenAsync(id)).GroupBy(entry => (entry.BuildingId, entry.Building)).Select(group => new PaperLine(group.Key.BuildingId, group.Key.Building, group.Count(entry => entry.Exclusion is null), group.Count(entry => entry.Exclusion is not null))).ToList();
        return View(new PapersPage(ballot, buildings));
    }

    [HttpGet("{building:guid}.pdf")]
    public async Task<IActionResult> Show(Guid id, Guid building)
    {
        if (await ballots.FindAsync(id) is not { FrozenHash: not null } ballot) return NotFound();
        var entries = (await rolls.FrozenAsync(id)).Where(entry => entry.BuildingId == building).ToList();
        if (entries.Count == 0) return NotFound();
        var units = entries.Where(entry => entry.Exclusion is null).Select(entry => new PrintedUnit(entry, personal.Open(Access.Tenant.Id, PersonalField.Receipt, entry.ReceiptCode)!)).ToList();
        await exports.AddHouseholdsAsync($"{ballot.Estate!.Name}{entries[0].Building} {ballot.Name}票样（含业主姓名、回执码）", ballot.EstateId);
        var lookUp = $"{Request.Scheme}://{Request.Host}{Request.PathBase}/receipts";
        var pack = new BallotPack(ballot, Access.Tenant, entries[0].Building, units, entries.Where(entry => entry.Exclusion is not null).ToList(), lookUp, time.GetUtcNow());
        return new PaperFile(pack.Head, PaperFile.Sheet, pack.Draw);
    }
}

/// <summary>One building's pack: a page of instructions, its ballots, the list to sign, the roll.</summary>
public sealed record PaperLine(Guid BuildingId, string Building, int Units, int Excluded);

public sealed record PapersPage(Ballot Ballot, IReadOnlyList<PaperLine> Buildings);
