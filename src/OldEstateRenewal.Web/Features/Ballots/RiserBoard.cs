using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Domain.Consent;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Buildings;

namespace OldEstateRenewal.Web.Features.Ballots;

public sealed record RiserHome(RollEntry Entry, VoteChoice? Choice, string? Reason, bool IsSigned, ContactOutcome? LastContact, DateOnly? Appointment);

/// <summary>One riser: it decides for itself, and one refusal blocks it and no other.</summary>
public sealed record RiserLine(string Key, string Building, int Entrance, string? Riser, IReadOnlyList<RiserHome> Homes, DateTimeOffset? OffSince, TimeSpan OffTotal)
{
    public int Agreed => Homes.Count(home => home is { Choice: VoteChoice.Agree, IsSigned: true });

    public int Refused => Homes.Count(home => home.Choice is VoteChoice.Oppose);

    public bool IsReady => Homes.Count > 0 && Agreed == Homes.Count;

    public string Words => IsReady ? "全部同意，可以施工" : Refused > 0 ? $"{Refused} 户不同意，此立管不能施工" : $"还差 {Homes.Count - Agreed} 户";

    public string Css => IsReady ? "good" : Refused > 0 ? "bad" : "warn";

    public string Name => $"{Building} {HouseholdWords.EntranceName(Entrance)} {(Riser is null ? "（未标明立管）" : $"立管 {Riser}")}";
}

public sealed record RiserPage(Ballot Ballot, BallotMatter Matter, bool DecidesByRiser, IReadOnlyList<RiserLine> Risers);

/// <summary>立管板: every riser of the estate, who agreed, who refused and why, who cannot be reached.</summary>
public sealed class RiserBoard(PortalDbContext db, TallyBook tallies, TimeProvider time)
{
    public async Task<RiserPage?> ReadAsync(Ballot ballot)
    {
        if (ballot.FrozenHash is null) return null;
        var count = await tallies.CountAsync(ballot.Id);
        // The matter that is decided riser by riser; else the first.
        var matter = count.Matters.FirstOrDefault(each => each.Question.Scope == ConsentScope.Riser)?.Matter ?? ballot.Matters[0];
        var votes = count.Votes.Where(vote => vote.MatterId == matter.Id).ToDictionary(vote => vote.DwellingId);
        var contacts = (await db.ContactAttempts.AsNoTracking().Where(a => a.BallotId == ballot.Id).OrderBy(a => a.At).ToListAsync()).ToLookup(a => a.DwellingId);
        var stops = (await db.WaterStops.AsNoTracking().Where(s => s.BallotId == ballot.Id).OrderBy(s => s.At).ToListAsync()).ToLookup(s => s.Riser);
        var first = count.Counted.Select((entry, at) => (entry.Building, At: at)).GroupBy(pair => pair.Building).ToDictionary(group => group.Key, group => group.Min(pair => pair.At));
        return new RiserPage(ballot, matter, matter.Question!.Scope == ConsentScope.Riser, count.Counted.Where(entry => entry.Kind == UnitKind.Dwelling).GroupBy(entry => (entry.Building, entry.Entrance, entry.Riser)).OrderBy(group => first[group.Key.Building]).ThenBy(group => group.Key.Entrance).ThenBy(group => group.Key.Riser, StringComparer.Ordinal)
            .Select(group =>
            {
                var key = KeyOf(group.Key.Building, group.Key.Entrance, group.Key.Riser);
                var (since, total) = Off(stops[key], time.GetUtcNow());
                return new RiserLine(key, group.Key.Building, group.Key.Entrance, group.Key.Riser, group.OrderByDescending(entry => entry.Storey).Select(entry => Home(entry, votes.GetValueOrDefault(entry.DwellingId), contacts[entry.DwellingId])).ToList(), since, total);
            }).ToList());
    }

    public static string KeyOf(string building, int entrance, string? riser) => $"{building}-{entrance}-{riser}";

    private static RiserHome Home(RollEntry entry, BallotVote? vote, IEnumerable<ContactAttempt> contacts) =>
        new(entry, vote?.Choice, vote?.Remark, vote?.Signed == true, contacts.LastOrDefault()?.Outcome, contacts.LastOrDefault(contact => contact.AppointmentOn is not null)?.AppointmentOn);

    /// <summary>Since when the water is off, and for how long it has been in all (停水时长).</summary>
    private static (DateTimeOffset? Since, TimeSpan Total) Off(IEnumerable<WaterStop> stops, DateTimeOffset now)
    {
        DateTimeOffset? since = null;
        var total = TimeSpan.Zero;
        foreach (var stop in stops)
        {
            if (stop.IsOff) since ??= stop.At;
            else if (since is { } off) (since, total) = (null, total + (stop.At - off));
        }

        return (since, since is { } still ? total + (now - still) : total);
    }
}
