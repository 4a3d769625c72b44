using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using OldEstateRenewal.Web.Audit;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Attachments;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Ballots;

/// <summary>One household in one ballot: what it said, by which channel, who tried to reach it. Works on a phone and without scripts.</summary>
[Route("{county}/ballots/{id:guid}/units/{dwelling:guid}"), Requires(Duty.RecordVotes)]
public sealed class UnitsController(CurrentAccess access, PortalDbContext db, BallotService ballots, BallotRoll rolls, VoteService votes, AuditTrail audit, TimeProvider time) : PortalController(access)
{
    private readonly CurrentAccess current = access;

    [HttpGet("")]
    public async Task<IActionResult> Show(Guid id, Guid dwelling) => await ballots.FindAsync(id) is { } ballot && await PageAsync(ballot, dwelling, null) is { } page ? View("Show", page) : NotFound();

    /// <summary>Where a file that was hung on an entry of the roll leads back to.</summary>
    [HttpGet("/{county}/roll-entries/{id:guid}")]
    public async Task<IActionResult> ShowEntry(Guid id) =>
        await db.RollEntries.AsNoTracking().Where(e => e.Id == id).Select(e => new { e.BallotId, e.DwellingId }).SingleOrDefaultAsync() is { } entry ? Redirect($"{Home}/ballots/{entry.BallotId}/units/{entry.DwellingId}") : NotFound();

    [HttpPost("votes")]
    public async Task<IActionResult> CreateVote(Guid id, Guid dwelling, UnitVoteForm form)
    {
        if (await ballots.FindAsync(id) is not { } ballot || await PageAsync(ballot, dwelling, form) is not { } page) return NotFound();
        Check(form);
        if (!ModelState.IsValid) return Again("Show", page);
        var answer = await votes.RecordAsync(ballot, new VoteAct(form.ActId, dwelling, form.ReadChoices(), form.Channel, form.Signed, form.Proxy, form.GivenOn, null, form.Remark, form.ReadSeen()));
        if (answer.Outcome is VoteOutcome.Overtaken) return await OvertakenAsync(ballot, dwelling, form);
        if (answer.Outcome is VoteOutcome.Refused) return Again("Show", page with { Against = answer.Reasons });
        Notice(answer.Outcome == VoteOutcome.Repeated ? "这次录入先前已收到，没有重复计入。" : $"已录入 {page.Entry.Building} {page.Entry.Place}。");
        return Redirect(page.Next is { } next ? $"{Home}/ballots/{id}/units/{next}" : $"{Home}/ballots/{id}/units/{dwelling}");
    }

    [HttpPost("contact-attempts")]
    public async Task<IActionResult> CreateContactAttempt(Guid id, Guid dwelling, ContactForm form)
    {
        if (await ballots.FindAsync(id) is not { } ballot || await PageAsync(ballot, dwelling, null) is not { } page) return NotFound();
        if (form.Outcome == ContactOutcome.Appointment && form.AppointmentOn is null) ModelState.AddModelError(nameof(form.AppointmentOn), "请填写约定的日期，如 2026-11-21。");
        var against = BallotRules.WhyNotVote(ballot, time.GetUtcNow());
        if (!ModelState.IsValid || against.Count > 0) return Again("Show", page with { Against = against });
        db.ContactAttempts.Add(new ContactAttempt { BallotId = id, EstateId = ballot.EstateId, DwellingId = dwelling, Channel = form.Channel, Outcome = form.Outcome, AppointmentOn = form.AppointmentOn, Remark = form.Remark.OrNull(), By = Access.UserName, ById = Access.UserId, At = time.GetUtcNow() });
        audit.Add("ContactRecorded", ballot, $"{ballot.Estate!.Name} · {ballot.Name} · {page.Entry.Building} {page.Entry.Place}");
        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateException wrong) when (wrong.InnerException is PostgresException { SqlState: BallotTriggers.NotOpen })
        {
            return Again("Show", page with { Against = ["已经截止，这次联系没有记下。"] });
        }

        Notice("已记录联系情况。");
        return Redirect($"{Home}/ballots/{id}/units/{dwelling}");
    }

    private void Check(UnitVoteForm form)
    {
        if (form.ActId == Guid.Empty) ModelState.AddModelError("", "页面已失效，请刷新后重录。");
        if (form.ReadChoices().Count == 0) ModelState.AddModelError("Choices", "请至少选择一个事项的意见。");
        if (!Enum.IsDefined(form.Channel)) ModelState.AddModelError(nameof(form.Channel), "请选择方式。");
        if (!string.IsNullOrWhiteSpace(form.Proxy) && !form.HasMandate) ModelState.AddModelError(nameof(form.HasMandate), "由他人代为表决的，须有书面授权委托书。");
    }

    private async Task<IActionResult> OvertakenAsync(Ballot ballot, Guid dwelling, UnitVoteForm form)
    {
        ModelState.Remove(nameof(form.Seen));
        ModelState.Remove(nameof(form.ActId));
        ModelState.AddModelError("", "这一户已有他人录入的意见（见下方“现有记录”），两次意见不会相加，也不会自动覆盖。请核实以哪一次为准；以您这次为准的，请再按一次“录入”。");
        (form.ActId, form.Seen) = (Guid.CreateVersion7(), SeenVotes.Write(await votes.StandingAsync(ballot.Id, dwelling)).ToList());
        return Again("Show", (await PageAsync(ballot, dwelling, form))!);
    }

    private async Task<UnitPage?> PageAsync(Ballot ballot, Guid dwelling, UnitVoteForm? form)
    {
        if (ballot.FrozenHash is null) return null;
        var roll = await rolls.FrozenAsync(ballot.Id);
        if (roll.SingleOrDefault(entry => entry.DwellingId == dwelling) is not { } entry) return null;
        var history = await db.BallotVotes.AsNoTracking().Where(v => v.BallotId == ballot.Id && v.DwellingId == dwelling).OrderBy(v => v.Number).ToListAsync();
        var standing = history.Where(vote => history.All(next => next.SupersedesId != vote.Id)).ToList();
        var attempts = await db.ContactAttempts.AsNoTracking().Where(a => a.BallotId == ballot.Id && a.DwellingId == dwelling).OrderBy(a => a.At).ToListAsync();
        var channels = BallotReader.ChannelsOf(ballot);
        form ??= new UnitVoteForm { ActId = Guid.CreateVersion7(), Channel = channels.Count > 0 ? channels[0] : default, Signed = true, Seen = SeenVotes.Write(standing).ToList() };
        var files = await AttachmentList.ReadAsync(db, current, AttachmentSubject.RollEntry, roll.Single(each => each.DwellingId == dwelling).Id, AttachmentKind.Scan, AttachmentKind.Photo);
        return new UnitPage(ballot, entry, standing, history, attempts, form, channels) { Files = files, Against = BallotRules.WhyNotVote(ballot, time.GetUtcNow()), Next = await NextAsync(ballot, roll, entry) };
    }

    /// <summary>The next dwelling without any vote, from here on and then from the beginning.</summary>
    private async Task<Guid?> NextAsync(Ballot ballot, List<RollEntry> roll, RollEntry here)
    {
        var voted = (await db.BallotVotes.AsNoTracking().Current(db).Where(v => v.BallotId == ballot.Id).Select(v => v.DwellingId).Distinct().ToListAsync()).ToHashSet();
        var at = roll.FindIndex(entry => entry.DwellingId == here.DwellingId);
        return roll.Skip(at + 1).Concat(roll.Take(at)).FirstOrDefault(entry => entry.Exclusion is null && !voted.Contains(entry.DwellingId))?.DwellingId;
    }
}
