using OldEstateRenewal.Web.Data;

namespace OldEstateRenewal.Web.Features.Ballots;

/// <summary>Rows of a ballot are only ever added: those that nothing has taken the place of stand.</summary>
public static class StandingRows
{
    public static IQueryable<RollEntry> Standing(this IQueryable<RollEntry> entries, PortalDbContext db) => entries.Where(e => !db.RollEntries.Any(next => next.SupersedesId == e.Id));

    /// <summary>The last row on each matter of a dwelling, one taken back included.</summary>
    public static IQueryable<BallotVote> Standing(this IQueryable<BallotVote> votes, PortalDbContext db) => votes.Where(v => !db.BallotVotes.Any(next => next.SupersedesId == v.Id));

    /// <summary>The votes that stand and were not taken back.</summary>
    public static IQueryable<BallotVote> Current(this IQueryable<BallotVote> votes, PortalDbContext db) => votes.Standing(db).Where(v => v.Choice != null);
}
