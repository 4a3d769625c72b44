using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Domain.Consent;
using OldEstateRenewal.Domain.Policies;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;
using OldEstateRenewal.Web.Tenancy;

namespace OldEstateRenewal.Web.Features.Ballots;

/// <summary>
/// 回执查询, without sign-in: a code is found by its mark, in the county that was named and in no other. A county that is unknown is asked like
/// one that has no such code, so that the answer and its time are the same.
/// </summary>
public sealed class ReceiptBook(PortalDatabase database, PersonalData personal, OnlineOpinions opinions)
{
    public async Task<ReceiptPage?> FindAsync(string county, string code)
    {
        var key = county.Trim().ToLowerInvariant();
        var tenant = await database.InTransactionAsync(null, db => db.Tenants.AsNoTracking().SingleOrDefaultAsync(t => t.Key == key && t.Level == PolicyLevel.County));
        var id = tenant?.Id ?? Guid.Empty;
        var mark = personal.Mark(id, PersonalField.Receipt, code.Length > 0 ? code : "-");
        return await database.InTransactionAsync(TenantScope.OfTenant(id), async db =>
            await db.RollEntries.AsNoTracking().Standing(db).SingleOrDefaultAsync(e => e.ReceiptMark == mark) is { } entry ? await PageAsync(db, tenant!, entry) : null);
    }

    private async Task<ReceiptPage> PageAsync(PortalDbContext db, Tenant tenant, RollEntry entry)
    {
        var ballot = await db.Ballots.AsNoTracking().Include(b => b.Estate).Include(b => b.Matters.OrderBy(m => m.Sequence)).SingleAsync(b => b.Id == entry.BallotId);
        var roll = await db.RollEntries.AsNoTracking().Standing(db).Where(e => e.BallotId == ballot.Id).ToListAsync();
        var votes = await db.BallotVotes.AsNoTracking().Current(db).Where(v => v.BallotId == ballot.Id).ToListAsync();
        var result = await db.BallotResults.AsNoTracking().Where(r => r.BallotId == ballot.Id).Select(r => r.Json).SingleOrDefaultAsync();
        var count = TallyBook.Count(ballot.Matters, roll, votes, new HashSet<Guid>());
        var paper = ballot.State == BallotState.Closed && result is not null ? ResultPaper.Read(result) : null;
        var lines = ballot.Matters.Select(matter => Line(matter, entry, count, paper?.Matters.FirstOrDefault(each => each.MatterId == matter.Id))).ToList();
        return new ReceiptPage(tenant.Name, ballot.Estate!.Name, ballot.Name, $"{entry.Building} {entry.Place}", ballot.State, ballot.ClosesAt, lines) { Questions = opinions.Ask(tenant, ballot, entry, votes) };
    }

    private static ReceiptLine Line(BallotMatter matter, RollEntry entry, BallotCount count, MatterPaper? result)
    {
        var vote = count.Votes.FirstOrDefault(each => each.MatterId == matter.Id && each.DwellingId == entry.DwellingId);
        var said = vote is null ? null : $"{vote.Choice!.Value.Name()}（{vote.Channel.Name()}，{vote.RecordedAt.ToChinaText()} 录入）";
        return new ReceiptLine(matter.Title, matter.RuleWords ?? "", said, vote is null ? null : WhyNotCounted(entry, vote, count),
            result is null ? null : result.Parts.Count == 1 ? result.Parts[0].Outcome.Final() : $"{result.Parts.Count(part => part.Outcome is ConsentOutcome.Carries or ConsentOutcome.CarriedForGood)}/{result.Parts.Count} 个单位通过",
            result?.Parts.Count == 1 ? result.Parts[0].Criteria : []);
    }

    private static string? WhyNotCounted(RollEntry entry, BallotVote vote, BallotCount count)
    {
        if (entry.Exclusion is not null) return "此户不在这次表决的计票范围内。";
        if (count.Matters.FirstOrDefault(each => each.Matter.Id == vote.MatterId) is not { } matter) return null;
        if (!Roll.Build([entry.ToRecord()]).Voices(matter.Question.Rule.Item).Any()) return "此户不在这一事项的计票范围内。";
        var refusals = matter.Parts.SelectMany(part => part.Refusals).ToList();
        if (refusals.FirstOrDefault(refusal => refusal.UnitKey == entry.UnitKey) is { } refused) return refused.Citation is null ? $"{refused.Text}。" : $"{refused.Text}（{refused.Citation}）。";
        if (vote.Proxy is { } proxy && refusals.Any(refusal => refusal.UnitKey == "" && refusal.Text.StartsWith($"{proxy} ", StringComparison.Ordinal))) return "受托人接受的委托超过规定人数，核实前不计入。";
        if (matter.Parts.Any(part => part.Conflicts.Any(conflict => conflict.Votes.Any(each => each.UnitKey == entry.UnitKey)))) return "同一业主的几套房意见不一，核实前不计入。";
        return vote.Choice == VoteChoice.Invalid ? "无效票不计入参与。" : null;
    }
}
