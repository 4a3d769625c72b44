using Microsoft.AspNetCore.Mvc;
using OldEstateRenewal.Web.Audit;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Ballots;

public sealed record DifferencesPage(Ballot Ballot, IReadOnlyList<RollDifference> Differences);

/// <summary>名册差异: each decided by a person, with a reason.</summary>
[Route("{county}/ballots/{id:guid}/differences"), Requires(Duty.ReadHouseholds)]
public sealed class DifferencesController(CurrentAccess access, PortalDbContext db, BallotService ballots, BallotRoll rolls, RollDifferences differences, AuditTrail audit, TimeProvider time) : PortalController(access)
{
    [HttpGet("")]
    public async Task<IActionResult> Index(Guid id) => await ballots.FindAsync(id) is { FrozenHash: not null } ballot ? View("Index", new DifferencesPage(ballot, await differences.OfAsync(ballot))) : NotFound();

    /// <summary>Takes the change over into the roll, or leaves the roll as it was.</summary>
    [HttpPost(""), Requires(Duty.EditBallots)]
    public async Task<IActionResult> Create(Guid id, Guid dwellingId, string? registry, bool accept, string? reason)
    {
        if (await ballots.FindAsync(id) is not { FrozenHash: not null } ballot) return NotFound();
        var difference = (await differences.OfAsync(ballot)).SingleOrDefault(each => each.DwellingId == dwellingId);
        if (difference is null) return NotFound();
        if (WhyNot(ballot, difference, registry, accept, reason) is { } problem) return Told(id, problem);
        db.RollDecisions.Add(new RollDecision { BallotId = id, EstateId = ballot.EstateId, DwellingId = dwellingId, Registry = difference.Registry, IsAccepted = accept, Reason = reason!.Trim(), By = Access.UserName, At = time.GetUtcNow() });
        if (accept) db.RollEntries.Add(Amended(ballot, difference));
        audit.Add(accept ? "RollDifferenceTaken" : "RollDifferenceLeft", ballot, $"{ballot.Estate!.Name} · {ballot.Name} · {difference.Name}", reason!.Trim());
        await db.SaveChangesAsync();
        Notice(accept ? $"{difference.Name} 已按台账改入名册。" : $"{difference.Name} 名册不变。");
        return Redirect($"{Home}/ballots/{id}/differences");
    }

    /// <summary>A dwelling that is gone is counted no longer; its entry stays, and says why.</summary>
    private RollEntry Amended(Ballot ballot, RollDifference difference)
    {
        if (difference.Line is { } line) return rolls.Amend(ballot, difference.Entry!, line);
        var gone = rolls.Copy(difference.Entry!);
        gone.Exclusion = "已注销或移出范围";
        return gone;
    }

    private static string? WhyNot(Ballot ballot, RollDifference difference, string? registry, bool accept, string? reason) =>
        ballot.State != BallotState.Open ? $"{ballot.State.Name()}，名册不再改动。"
        : string.IsNullOrWhiteSpace(reason) ? "请写明理由。"
        : reason.Length > RollEntry.ReasonLength ? $"理由不超过 {RollEntry.ReasonLength} 字。"
        : registry != difference.Registry ? "台账在此期间又有变化，请看过新的差异后再决定。"
        : accept && difference.Entry is null ? "开始后新登记的户不进入本次名册。"
        : accept && difference.Line?.Dwelling.CountedArea is null && difference.Line is not null ? "台账中没有面积，不能改入名册。"
        : accept && difference.Line is { Dwelling: { Owners.Count: 0, Holding: Domain.Consent.UnitHolding.Owned or Domain.Consent.UnitHolding.FormerEmployer } } ? "台账中没有业主，不能改入名册。"
        : null;

    private RedirectResult Told(Guid id, string problem)
    {
        TempData["Refusals"] = new[] { problem };
        return Redirect($"{Home}/ballots/{id}/differences");
    }
}
