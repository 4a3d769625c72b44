using System.Security.Cryptography;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Web.Audit;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Ballots;

/// <summary>核验与回访: what strikes, who is chosen to be called, and what they said.</summary>
[Route("{county}/ballots/{id:guid}/call-backs"), Requires(Duty.ReadHouseholds)]
public sealed class CallBacksController(CurrentAccess access, PortalDbContext db, BallotService ballots, BallotIntegrity integrity, TallyBook tallies, AuditTrail audit, TimeProvider time) : PortalController(access)
{
    private const int MostAtOnce = 50;

    [HttpGet("")]
    public async Task<IActionResult> Index(Guid id) => await ballots.FindAsync(id) is { } ballot && await integrity.ReadAsync(ballot) is { } page ? View("/Features/Ballots/Integrity/Index.cshtml", page) : NotFound();

    /// <summary>Chooses households that have voted: by chance, so many; or one, for a reason.</summary>
    [HttpPost(""), Requires(Duty.EditBallots)]
    public async Task<IActionResult> Create(Guid id, int? sample, Guid? dwellingId, string? why)
    {
        if (await ballots.FindAsync(id) is not { FrozenHash: not null } ballot) return NotFound();
        if (!ModelState.IsValid || sample is < 1 or > MostAtOnce || why?.Length > CallBack.TextLength) return Told(id, $"抽取户数应为 1 至 {MostAtOnce}，原因不超过 {CallBack.TextLength} 字。");
        var called = await db.CallBacks.Where(c => c.BallotId == id).Select(c => c.DwellingId).ToListAsync();
        var open = (await tallies.VotesAsync(id)).Select(vote => vote.DwellingId).Distinct().Except(called).ToArray();
        if (dwellingId is { } only && !open.Contains(only)) return Told(id, "此户没有投票，或已在回访名单中。");
        if (dwellingId is null) RandomNumberGenerator.Shuffle(open.AsSpan());
        var chosen = dwellingId is { } one ? [one] : open.Take(sample ?? 1).ToList();
        if (chosen.Count == 0) return Told(id, "没有可抽取的户。");
        foreach (var home in chosen)
            db.CallBacks.Add(new CallBack { BallotId = id, EstateId = ballot.EstateId, DwellingId = home, Why = dwellingId is null ? "随机抽取" : string.IsNullOrWhiteSpace(why) ? "指定" : why.Trim(), ChosenBy = Access.UserName, ChosenAt = time.GetUtcNow() });
        audit.Add("CallBackChosen", ballot, $"{ballot.Estate!.Name} · {ballot.Name}", $"{chosen.Count} 户");
        await db.SaveChangesAsync();
        return Told(id, null, $"已列入回访 {chosen.Count} 户。");
    }

    /// <summary>What the household said.</summary>
    [HttpPost("{call:guid}"), Requires(Duty.RecordVotes)]
    public async Task<IActionResult> Update(Guid id, Guid call, CallBackOutcome? outcome, string? remark, long version)
    {
        if (await ballots.FindAsync(id) is not { } ballot || await db.CallBacks.SingleOrDefaultAsync(c => c.Id == call && c.BallotId == id) is not { } row) return NotFound();
        if (outcome is not { } said || !Enum.IsDefined(said) || remark?.Length > CallBack.TextLength) return Told(id, "请选择回访结果，备注不超过 300 字。");
        if (row.Version != version || row.Outcome is CallBackOutcome.Confirmed or CallBackOutcome.Denied) return Told(id, "他人已记录了这次回访的结果。");
        (row.Outcome, row.Remark, row.CalledBy, row.CalledAt) = (said, remark.OrNull(), Access.UserName, time.GetUtcNow());
        audit.Add("CallBackRecorded", row, $"{ballot.Estate!.Name} · {ballot.Name}", row.Remark);
        await db.SaveChangesAsync();
        return Told(id, null, said == CallBackOutcome.Denied ? "已记录。本人否认的，请在该户页面更正或撤回录入。" : "已记录。");
    }

    private RedirectResult Told(Guid id, string? problem, string? done = null)
    {
        if (problem is not null) TempData["Refusals"] = new[] { problem };
        else Notice(done!);
        return Redirect($"{Home}/ballots/{id}/call-backs");
    }
}
