using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Domain;
using OldEstateRenewal.Domain.Consent;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Buildings;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Ballots;

/// <summary>Reads what the pages of a ballot tell.</summary>
public sealed class BallotReader(PortalDbContext db, CurrentAccess access, BallotService ballots, BallotRoll rolls, TallyBook tallies, TimeProvider time)
{
    public static BallotForm FormOf(Ballot ballot) => new()
    {
        Name = ballot.Name,
        SchemeId = ballot.SchemeId,
        Text = ballot.Text,
        BuildingId = ballot.BuildingId,
        Entrance = ballot.Entrance,
        Riser = ballot.Riser,
        ClosesOn = ballot.ClosesAt is { } at ? DateOnly.FromDateTime(at.ToChina().DateTime) : null,
        ClosesTime = ballot.ClosesAt?.ToChina().ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture),
        Matters = ballot.Matters.Select(matter => matter.Key).ToList(),
        Titles = ballot.Matters.ToDictionary(matter => matter.Key, matter => (string?)matter.Title),
        Version = ballot.Version,
    };

    public async Task<BallotPage?> PageAsync(Guid id)
    {
        if (await ballots.FindAsync(id) is not { } ballot) return null;
        var (steps, questions, now) = (await ballots.StepsAsync(id), await ballots.QuestionsAsync(ballot), time.GetUtcNow());
        var page = new BallotPage(ballot, questions, steps) { Result = await db.BallotResults.AsNoTracking().SingleOrDefaultAsync(r => r.BallotId == id) };
        // A city reads that there is a ballot and what came of it; roll and votes are the county's.
        if (access.Value.Supervises) return page;
        if (ballot.State == BallotState.Open) return page with { Count = await tallies.CountAsync(id), AgainstClosure = BallotRules.WhyNotClose(ballot, steps, access.Value.UserId, now) };
        if (ballot.State is not (BallotState.Draft or BallotState.Displayed)) return page;
        var draft = await rolls.DraftAsync(ballot);
        return page with { Draft = draft, AgainstDisplay = BallotRules.WhyNotDisplay(ballot, draft, steps), AgainstOpening = BallotRules.WhyNotOpen(ballot, draft, steps, questions, now) };
    }

    public async Task<RollPage?> RollAsync(Guid id)
    {
        if (await ballots.FindAsync(id) is not { } ballot) return null;
        var questions = await ballots.QuestionsAsync(ballot);
        if (ballot.FrozenHash is not null)
        {
            var entries = await rolls.FrozenAsync(id);
            var frozen = Roll.Build(entries.Where(entry => entry.Exclusion is null).Select(entry => entry.ToRecord()).ToList());
            return new RollPage(ballot, entries.Select(entry => new RollLineView(entry.Building, entry.Place, string.Join("、", entry.Owners.Select(owner => owner.Masked)), entry.Area, entry.AreaSource.Name(), entry.Kind, entry.Holding, entry.Riser, entry.Exclusion, entry.DwellingId)).ToList(), [], true, Bases(frozen, questions));
        }

        var draft = await rolls.DraftAsync(ballot);
        var problems = draft.Problems;
        var bases = problems.Count == 0 && draft.Counted.Count > 0 ? Bases(Roll.Build(draft.Counted.ToList()), questions) : [];
        return new RollPage(ballot, draft.Lines.Select(line => new RollLineView(line.Building, line.Dwelling.Place, line.Dwelling.MaskedOwners, line.Dwelling.CountedArea, line.Dwelling.CountedSource?.Name(), line.Dwelling.Kind, line.Dwelling.Holding, line.Dwelling.Riser, line.Exclusion, line.Dwelling.Id)).ToList(), problems, false, bases);
    }

    /// <summary>How many voices and which area each kind of matter counts.</summary>
    private static List<(string Rule, int Heads, Area Area)> Bases(Roll roll, IReadOnlyList<ConsentQuestion> questions) =>
        questions.Select(question => question.Rule.Item).DistinctBy(rule => $"{rule.Population} {rule.Counting} {string.Join(',', rule.Units)}")
            .Select(rule => (rule.Who, Voices: roll.Voices(rule))).Select(found => (found.Who, found.Voices.Count, found.Voices.Aggregate(Area.Zero, (sum, voice) => sum + voice.Area))).ToList();

    /// <summary>The grid for recording; null when there is no such ballot or it has no roll yet.</summary>
    public async Task<VotePage?> VotesAsync(Guid id, Guid? building, Guid? matter, VoteChannel? channel, bool? signed)
    {
        if (await ballots.FindAsync(id) is not { FrozenHash: not null } ballot) return null;
        var count = await tallies.CountAsync(id);
        if (count.Roll.Count == 0) return null;
        var voted = count.Votes.Where(vote => matter == null || vote.MatterId == matter).Select(vote => vote.DwellingId).ToHashSet();
        var buildings = count.Counted.GroupBy(entry => (entry.BuildingId, entry.Building)).Select(group => (group.Key.BuildingId, group.Key.Building, group.Count(entry => voted.Contains(entry.DwellingId)), group.Count())).ToList();
        var chosen = buildings.Any(each => each.BuildingId == building) ? building!.Value : buildings.FirstOrDefault(each => each.Item3 < each.Item4, buildings.FirstOrDefault()).BuildingId;
        if (ballot.Matters.All(known => known.Id != matter)) matter = null;
        var said = count.Votes.ToLookup(vote => vote.DwellingId);
        var channels = ChannelsOf(ballot);
        var by = channel is { } asked && channels.Contains(asked) ? asked : channels.Count > 0 ? channels[0] : default;
        return new VotePage(ballot, count, buildings, chosen, matter, by, signed ?? by is VoteChannel.Paper or VoteChannel.DoorToDoor, channels, BallotRules.WhyNotVote(ballot, time.GetUtcNow()))
        {
            Cells = count.Counted.Where(entry => entry.BuildingId == chosen).Select(entry => Cell(entry, ballot, said[entry.DwellingId], matter, count.Asked.Contains(entry.DwellingId))).ToList(),
        };
    }

    /// <summary>A dwelling on the roll as it now is, and whether it was asked; null when it is not on it.</summary>
    public async Task<(RollEntry Entry, bool IsAsked)?> PlaceAsync(Guid ballotId, Guid dwellingId)
    {
        var place = await db.RollEntries.AsNoTracking().Standing(db).Where(e => e.BallotId == ballotId && e.DwellingId == dwellingId)
            .Select(e => new { Entry = e, IsAsked = db.ContactAttempts.Any(a => a.BallotId == ballotId && a.DwellingId == dwellingId) }).SingleOrDefaultAsync();
        return place is null ? null : (place.Entry, place.IsAsked);
    }

    /// <param name="standing">The last row on each matter, one taken back included.</param>
    public static VoteCell CellOf(Ballot ballot, (RollEntry Entry, bool IsAsked) place, IReadOnlyList<BallotVote> standing, Guid? matter) =>
        Cell(place.Entry, ballot, standing.Where(vote => vote.Choice is not null), matter, place.IsAsked);

    /// <summary>Where a dwelling said different things on different matters, the cell says that it did.</summary>
    private static VoteCell Cell(RollEntry entry, Ballot ballot, IEnumerable<BallotVote> votes, Guid? matter, bool isAsked)
    {
        var mine = votes.Where(vote => matter is null || vote.MatterId == matter).ToList();
        var isPart = mine.Count > 0 && (mine.Select(vote => vote.Choice).Distinct().Count() > 1 || matter is null && mine.Count < ballot.Matters.Count);
        return new VoteCell(entry, isPart || mine.Count == 0 ? null : mine[0].Choice, isAsked, isPart);
    }

    /// <summary>The channels that may be recorded here for every matter of the ballot.</summary>
    public static IReadOnlyList<VoteChannel> ChannelsOf(Ballot ballot) => Enum.GetValues<VoteChannel>()
        .Where(channel => ballot.Matters.All(matter => matter.Question is { } question && question.Refuse(new Vote("", VoteChoice.Agree, channel) { Signed = true }).Count == 0)).ToList();
}
