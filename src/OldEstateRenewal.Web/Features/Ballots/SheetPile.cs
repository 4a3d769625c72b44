using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Domain.Consent;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Ballots;

/// <summary>批量录入: a pile of paper sheets, entered one after the other by their codes.</summary>
public sealed class SheetPile(PortalDbContext db, CurrentAccess access, VoteService votes, TimeProvider time)
{
    private const int MostLast = 12;

    /// <summary>The dwelling of a sheet of this ballot, as the roll has it now.</summary>
    public Task<RollEntry?> FindAsync(Ballot ballot, string code) => Current(ballot).SingleOrDefaultAsync(entry => entry.SheetCode == code);

    public Task<List<BallotVote>> StandingAsync(Ballot ballot, RollEntry entry) => votes.StandingAsync(ballot.Id, entry.DwellingId);

    /// <summary>What was taken back stands in nobody's way; any other vote must have been seen.</summary>
    public async Task<VoteAnswer> RecordAsync(Ballot ballot, RollEntry entry, SheetForm form)
    {
        var (standing, shown) = (await StandingAsync(ballot, entry), SeenVotes.Read(form.Seen));
        var seen = standing.Where(vote => vote.Choice is null || shown.GetValueOrDefault(vote.MatterId) == vote.Id).ToDictionary(vote => vote.MatterId, vote => vote.Id);
        return await votes.RecordAsync(ballot, new VoteAct(form.ActId, entry.DwellingId, form.ReadChoices(), VoteChannel.Paper, form.Signed, null, null, null, null, seen));
    }

    /// <summary>Takes back one's own act, as far as nothing has taken its place; null when there is nothing of it left.</summary>
    public async Task<VoteAnswer?> TakeBackAsync(Ballot ballot, SheetReversalForm form)
    {
        var rows = await db.BallotVotes.AsNoTracking().Where(v => v.BallotId == ballot.Id && v.ActId == form.OfActId && v.RecordedById == access.Value.UserId && v.Choice != null && !db.BallotVotes.Any(next => next.SupersedesId == v.Id && next.ActId != form.ActId)).ToListAsync();
        if (rows.Count == 0) return null;
        return await votes.RecordAsync(ballot, new VoteAct(form.ActId, rows[0].DwellingId, rows.ToDictionary(row => row.MatterId, _ => (VoteChoice?)null), rows[0].Channel, rows[0].Signed, null, null, null, "撤回批量录入", rows.ToDictionary(row => row.MatterId, row => row.Id)));
    }

    public async Task<SheetPage> PageAsync(Ballot ballot, SheetForm form, RollEntry? entry)
    {
        var against = BallotRules.WhyNotVote(ballot, time.GetUtcNow());
        if (against.Count == 0 && !BallotReader.ChannelsOf(ballot).Contains(VoteChannel.Paper)) against = ["这次表决不采用书面方式。"];
        var entered = await db.BallotVotes.Current(db).Where(v => v.BallotId == ballot.Id).Select(v => v.DwellingId).Distinct().CountAsync();
        return new SheetPage(ballot, form, entry, entry is null ? [] : (await StandingAsync(ballot, entry)).Where(vote => vote.Choice is not null).ToList(), await LastAsync(ballot), against, entered, await Current(ballot).CountAsync(e => e.Exclusion == null));
    }

    /// <summary>What this person entered last, the newest first.</summary>
    private async Task<List<SheetLine>> LastAsync(Ballot ballot)
    {
        var rows = await db.BallotVotes.AsNoTracking().Where(v => v.BallotId == ballot.Id && v.RecordedById == access.Value.UserId && v.Channel == VoteChannel.Paper).OrderByDescending(v => v.Number).Take(MostLast * ballot.Matters.Count)
            .Select(v => new { Vote = v, Stands = !db.BallotVotes.Any(next => next.SupersedesId == v.Id) }).ToListAsync();
        var acts = rows.GroupBy(row => row.Vote.ActId).Take(MostLast).ToList();
        var ids = acts.Select(act => act.First().Vote.DwellingId).ToList();
        var entries = await Current(ballot).Where(entry => ids.Contains(entry.DwellingId)).ToDictionaryAsync(entry => entry.DwellingId);
        return acts.Select(act => new SheetLine(act.Key, entries[act.First().Vote.DwellingId], act.First().Vote.RecordedAt, act.Select(row => row.Vote).ToList(), act.Any(row => row.Stands && row.Vote.Choice is not null))).ToList();
    }

    private IQueryable<RollEntry> Current(Ballot ballot) => db.RollEntries.AsNoTracking().Standing(db).Where(e => e.BallotId == ballot.Id);
}
