using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Domain.Consent;
using OldEstateRenewal.Web.Data;

namespace OldEstateRenewal.Web.Features.Ballots;

/// <summary>The count of one matter, part by part of its scope.</summary>
public sealed record MatterCount(BallotMatter Matter, ConsentQuestion Question, IReadOnlyList<Tally> Parts);

/// <summary>What a ballot stands at: roll, current votes, who was asked, and the count of every matter.</summary>
public sealed record BallotCount(IReadOnlyList<RollEntry> Roll, IReadOnlyList<BallotVote> Votes, IReadOnlySet<Guid> Asked, IReadOnlyList<MatterCount> Matters)
{
    public IEnumerable<RollEntry> Counted => Roll.Where(entry => entry.Exclusion is null);
}

/// <summary>计票: the one reader of roll and votes; pages, result and re-count all count with it.</summary>
public sealed class TallyBook(PortalDbContext db, BallotRoll rolls)
{
    public async Task<BallotCount> CountAsync(Guid ballotId)
    {
        var matters = await db.BallotMatters.AsNoTracking().Where(m => m.BallotId == ballotId).OrderBy(m => m.Sequence).ToListAsync();
        return Count(matters, await rolls.FrozenAsync(ballotId), await VotesAsync(ballotId), await AskedAsync(ballotId));
    }

    /// <summary>The current votes: nothing takes their place, and they were not taken back.</summary>
    public async Task<List<BallotVote>> VotesAsync(Guid ballotId) =>
        await db.BallotVotes.AsNoTracking().Current(db).Where(v => v.BallotId == ballotId).OrderBy(v => v.Number).ToListAsync();

    private async Task<HashSet<Guid>> AskedAsync(Guid ballotId) =>
        [.. await db.ContactAttempts.AsNoTracking().Where(a => a.BallotId == ballotId && (a.Outcome == ContactOutcome.Asked || a.Outcome == ContactOutcome.Refused)).Select(a => a.DwellingId).ToListAsync()];

    public static BallotCount Count(IReadOnlyList<BallotMatter> matters, IReadOnlyList<RollEntry> roll, IReadOnlyList<BallotVote> votes, IReadOnlySet<Guid> asked)
    {
        var counted = roll.Where(entry => entry.Exclusion is null).ToList();
        var frozen = Roll.Build(counted.Select(entry => entry.ToRecord()).ToList());
        var keys = counted.ToDictionary(entry => entry.DwellingId, entry => entry.UnitKey);
        var reached = asked.Where(keys.ContainsKey).Select(id => keys[id]).ToHashSet();
        return new BallotCount(roll, votes, asked, matters.Where(matter => matter.Frozen is not null).Select(matter =>
        {
            var question = matter.Question!;
            var cast = votes.Where(vote => vote.MatterId == matter.Id && keys.ContainsKey(vote.DwellingId)).Select(vote => Cast(keys[vote.DwellingId], vote)).ToList();
            return new MatterCount(matter, question, Tally.Count(question, frozen, cast, reached));
        }).ToList());
    }

    public static Vote Cast(string unitKey, BallotVote vote) => new(unitKey, vote.Choice!.Value, vote.Channel) { Signed = vote.Signed, Proxy = vote.Proxy };
}
