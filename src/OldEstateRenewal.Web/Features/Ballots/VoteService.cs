using Microsoft.EntityFrameworkCore;
using Npgsql;
using OldEstateRenewal.Domain.Consent;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Ballots;

/// <summary>One act of recording: what a dwelling said on some matters, by one channel.</summary>
/// <param name="ActId">Made where it was recorded; a repeated send is the same act.</param>
/// <param name="Choices">By matter; null takes the vote back.</param>
/// <param name="Seen">What stood there for who recorded, by matter: the vote to be replaced; a matter without one was empty.</param>
public sealed record VoteAct(Guid ActId, Guid DwellingId, IReadOnlyDictionary<Guid, VoteChoice?> Choices, VoteChannel Channel, bool Signed, string? Proxy, DateOnly? GivenOn, Guid? EvidenceId, string? Remark, IReadOnlyDictionary<Guid, Guid> Seen);

public enum VoteOutcome
{
    Recorded,

    /// <summary>The same act came again; nothing was added.</summary>
    Repeated,

    /// <summary>Another vote stands there than who recorded had seen: to be settled by a person.</summary>
    Overtaken,

    Refused,
}

public sealed record VoteAnswer(VoteOutcome Outcome, IReadOnlyList<string> Reasons, IReadOnlyList<BallotVote> Standing);

/// <summary>Records votes: rows are only ever added; the database numbers them, chains them and refuses what comes too late.</summary>
public sealed class VoteService(PortalDbContext db, CurrentAccess access)
{
    public async Task<VoteAnswer> RecordAsync(Ballot ballot, VoteAct act)
    {
        var known = await db.BallotVotes.AsNoTracking().Where(v => v.ActId == act.ActId || v.BallotId == ballot.Id && v.DwellingId == act.DwellingId).ToListAsync();
        if (Repeated(act, known) is { } repeated) return repeated;
        if (WhyNot(ballot, act) is { Count: > 0 } refusals) return new VoteAnswer(VoteOutcome.Refused, refusals, []);
        var standing = Standing(known);
        // What stands there may be this very act, sent twice at once.
        if (standing.Any(vote => act.Choices.ContainsKey(vote.MatterId) && act.Seen.GetValueOrDefault(vote.MatterId) != vote.Id) || act.Seen.Any(seen => standing.All(vote => vote.Id != seen.Value)))
            return await RepeatedAsync(act) ?? new VoteAnswer(VoteOutcome.Overtaken, [], standing);
        var rows = act.Choices.Select(choice => Row(ballot, act, choice.Key, choice.Value, standing.FirstOrDefault(vote => vote.MatterId == choice.Key))).OfType<BallotVote>().ToList();
        if (rows.Count == 0) return new VoteAnswer(VoteOutcome.Recorded, [], standing);
        db.BallotVotes.AddRange(rows);
        return await SaveAsync(ballot, act, rows, [.. standing.Where(vote => rows.All(row => row.SupersedesId != vote.Id)), .. rows]);
    }

    private static List<BallotVote> Standing(List<BallotVote> votes) => votes.Where(vote => votes.All(next => next.SupersedesId != vote.Id)).ToList();

    /// <summary>The last row on each matter of a dwelling, one taken back included.</summary>
    public Task<List<BallotVote>> StandingAsync(Guid ballotId, Guid dwellingId) =>
        db.BallotVotes.AsNoTracking().Standing(db).Where(v => v.BallotId == ballotId && v.DwellingId == dwellingId).ToListAsync();

    /// <summary>Every vote of a ballot waits at its head until the one before it is committed: after this nothing more is asked.</summary>
    private async Task<VoteAnswer> SaveAsync(Ballot ballot, VoteAct act, List<BallotVote> rows, List<BallotVote> standing)
    {
        try
        {
            await db.SaveChangesAsync();
            return new VoteAnswer(VoteOutcome.Recorded, [], standing);
        }
        catch (DbUpdateException wrong) when (wrong.InnerException is PostgresException problem)
        {
            foreach (var row in rows) db.Entry(row).State = EntityState.Detached;
            if (problem.SqlState == BallotTriggers.NotOpen) return new VoteAnswer(VoteOutcome.Refused, ["已经截止，这一票没有收下。"], []);
            if (problem.SqlState == BallotTriggers.Frozen) return new VoteAnswer(VoteOutcome.Refused, ["此户或此事项不在这次表决中。"], []);
            if (problem.ConstraintName is not (BallotVote.OneAct or BallotVote.OneFirst or BallotVote.OneNext)) throw;
            return await RepeatedAsync(act) ?? new VoteAnswer(VoteOutcome.Overtaken, [], await StandingAsync(ballot.Id, act.DwellingId));
        }
    }

    private async Task<VoteAnswer?> RepeatedAsync(VoteAct act)
    {
        var known = await db.BallotVotes.AsNoTracking().Where(v => v.ActId == act.ActId).ToListAsync();
        return Repeated(act, known) is { Outcome: VoteOutcome.Repeated } repeated ? repeated with { Standing = await StandingAsync(known[0].BallotId, act.DwellingId) } : Repeated(act, known);
    }

    /// <summary>The same act again is answered as the first time; one number for two different acts is nobody's honest mistake.</summary>
    private VoteAnswer? Repeated(VoteAct act, List<BallotVote> known)
    {
        var mine = known.Where(vote => vote.ActId == act.ActId).ToList();
        if (mine.Count == 0) return null;
        var same = mine.All(vote => vote.DwellingId == act.DwellingId && vote.Channel == act.Channel && vote.RecordedById == access.Value.UserId && act.Choices.TryGetValue(vote.MatterId, out var choice) && choice == vote.Choice);
        return same ? new VoteAnswer(VoteOutcome.Repeated, [], Standing(known)) : new VoteAnswer(VoteOutcome.Refused, ["这次录入的编号已用于另一次录入，请刷新页面后重录。"], []);
    }

    private static List<string> WhyNot(Ballot ballot, VoteAct act)
    {
        var questions = ballot.Matters.Where(matter => act.Choices.ContainsKey(matter.Id)).ToList();
        if (questions.Count < act.Choices.Count || questions.Count == 0) return ["此事项不在这次表决中。"];
        // A missing signature is recorded and not counted; a channel that may not be used here is not recorded at all.
        var trial = new Vote("", VoteChoice.Agree, act.Channel) { Signed = true };
        return questions.SelectMany(matter => matter.Question?.Refuse(trial) ?? []).Select(refusal => refusal.Citation is null ? refusal.Text : $"{refusal.Text}（{refusal.Citation}）。").Distinct().ToList();
    }

    private BallotVote? Row(Ballot ballot, VoteAct act, Guid matterId, VoteChoice? choice, BallotVote? standing)
    {
        if (standing is null && choice is null) return null;
        return new BallotVote
        {
            ActId = act.ActId,
            BallotId = ballot.Id,
            EstateId = ballot.EstateId,
            MatterId = matterId,
            DwellingId = act.DwellingId,
            SupersedesId = standing?.Id,
            Choice = choice,
            Channel = act.Channel,
            Signed = act.Signed,
            Proxy = act.Proxy.OrNull(),
            GivenOn = act.GivenOn,
            EvidenceId = act.EvidenceId,
            Remark = act.Remark.OrNull(),
            RecordedBy = access.Value.UserName,
            RecordedById = access.Value.UserId,
        };
    }
}
