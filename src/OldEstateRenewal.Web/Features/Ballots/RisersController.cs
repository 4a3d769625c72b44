using Microsoft.AspNetCore.Mvc;
using OldEstateRenewal.Web.Audit;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Ballots;

/// <summary>立管板, and the clock of the water.</summary>
[Route("{county}/ballots/{id:guid}/risers"), Requires(Duty.ReadHouseholds)]
public sealed class RisersController(CurrentAccess access, PortalDbContext db, BallotService ballots, RiserBoard board, AuditTrail audit, TimeProvider time) : PortalController(access)
{
    [HttpGet("")]
    public async Task<IActionResult> Index(Guid id) => await ballots.FindAsync(id) is { } ballot && await board.ReadAsync(ballot) is { } page ? View("Index", page) : NotFound();

    /// <summary>The water goes off, or comes back.</summary>
    [HttpPost("water-stops"), Requires(Duty.RecordVotes)]
    public async Task<IActionResult> CreateWaterStop(Guid id, string? riser)
    {
        if (await ballots.FindAsync(id) is not { } ballot || await board.ReadAsync(ballot) is not { } page) return NotFound();
        if (page.Risers.SingleOrDefault(line => line.Key == riser) is not { } line) return NotFound();
        if (line is { OffSince: null, IsReady: false })
        {
            TempData["Refusals"] = new[] { $"{line.Name}：{line.Words}，不能停水施工。" };
            return Redirect($"{Home}/ballots/{id}/risers");
        }

        db.WaterStops.Add(new WaterStop { BallotId = id, EstateId = ballot.EstateId, Riser = line.Key, IsOff = line.OffSince is null, By = Access.UserName, At = time.GetUtcNow() });
        audit.Add(line.OffSince is null ? "WaterOff" : "WaterOn", ballot, $"{ballot.Estate!.Name} · {line.Name}");
        await db.SaveChangesAsync();
        Notice(line.OffSince is null ? $"{line.Name} 已记录停水。请张贴纸质停水通知。" : $"{line.Name} 已记录恢复供水。");
        return Redirect($"{Home}/ballots/{id}/risers");
    }
}
