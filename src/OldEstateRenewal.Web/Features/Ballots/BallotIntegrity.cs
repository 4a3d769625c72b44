using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Domain.Consent;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Attachments;

namespace OldEstateRenewal.Web.Features.Ballots;

/// <summary>Something that strikes: worth a call, not a proof of anything.</summary>
public sealed record Suspicion(string Kind, string Text, IReadOnlyList<RollEntry> Homes);

public sealed record IntegrityPage(Ballot Ballot, IReadOnlyList<Suspicion> Suspicions, IReadOnlyList<(CallBack Call, RollEntry Home)> Calls, int Voted);

/// <summary>核验: what may be wrong with votes on record, found without spying on anybody.</summary>
public sealed class BallotIntegrity(PortalDbContext db, TallyBook tallies)
{
    private const int BurstVotes = 15;
    private const int OwnersOfOnePhone = 3;
    private static readonly TimeSpan burstTime = TimeSpan.FromMinutes(10);

    public async Task<IntegrityPage?> ReadAsync(Ballot ballot)
    {
        if (ballot.FrozenHash is null) return null;
        var count = await tallies.CountAsync(ballot.Id);
        var homes = count.Roll.ToDictionary(entry => entry.DwellingId);
        var calls = await db.CallBacks.AsNoTracking().Where(c => c.BallotId == ballot.Id).OrderBy(c => c.ChosenAt).ThenBy(c => c.Id).ToListAsync();
        return new IntegrityPage(ballot, [.. await SoldAsync(count, homes), .. Bursts(count, homes), .. await PhonesAsync(count), .. await ImagesAsync(homes), .. PhoneVotes(count, homes, calls)], calls.Select(call => (call, homes[call.DwellingId])).ToList(), count.Votes.Select(vote => vote.DwellingId).Distinct().Count());
    }

    /// <summary>The owners on the roll had parted with the dwelling before the vote was given.</summary>
    private async Task<IEnumerable<Suspicion>> SoldAsync(BallotCount count, Dictionary<Guid, RollEntry> homes)
    {
        var voted = count.Votes.GroupBy(vote => vote.DwellingId).ToDictionary(group => group.Key, group => group.Max(vote => vote.GivenOn ?? DateOnly.FromDateTime(vote.RecordedAt.UtcDateTime.AddHours(8))));
        var ids = voted.Keys.ToList();
        var ended = await db.Ownerships.AsNoTracking().Where(o => ids.Contains(o.DwellingId) && o.UntilOn != null).Select(o => new { o.DwellingId, o.OwnerId, o.UntilOn }).ToListAsync();
        var sold = ended.Where(o => o.UntilOn <= voted[o.DwellingId] && homes[o.DwellingId].Owners.Any(owner => owner.Id == o.OwnerId)).Select(o => homes[o.DwellingId]).Distinct().ToList();
        return sold.Count == 0 ? [] : [new Suspicion("已转移的业主", "名册上的业主在表决前已不是业主（转移、继承），请核实是谁表决的。", sold)];
    }

    /// <summary>Nobody knocks at so many doors in so short a time; a stack of sheets may be typed as fast as one can.</summary>
    private static IEnumerable<Suspicion> Bursts(BallotCount count, Dictionary<Guid, RollEntry> homes)
    {
        foreach (var person in count.Votes.Where(vote => vote.Channel is VoteChannel.DoorToDoor or VoteChannel.Phone).GroupBy(vote => (vote.RecordedById, vote.RecordedBy)))
        {
            var acts = person.GroupBy(vote => vote.DwellingId).Select(group => group.MinBy(vote => vote.RecordedAt)!).OrderBy(vote => vote.RecordedAt).ToList();
            for (var i = 0; i + BurstVotes <= acts.Count; i++)
            {
                if (acts[i + BurstVotes - 1].RecordedAt - acts[i].RecordedAt > burstTime) continue;
                yield return new Suspicion("集中录入", $"{person.Key.RecordedBy} 在 10 分钟内以入户、电话方式录入 {BurstVotes} 户以上（自 {Shared.ChinaTime.ToChinaText(acts[i].RecordedAt)}）。", acts.Skip(i).TakeWhile(vote => vote.RecordedAt - acts[i].RecordedAt <= burstTime).Select(vote => homes[vote.DwellingId]).ToList());
                break;
            }
        }
    }

    private async Task<IEnumerable<Suspicion>> PhonesAsync(BallotCount count)
    {
        var owners = count.Counted.SelectMany(entry => entry.Owners.Select(owner => (owner.Id, Entry: entry))).ToLookup(pair => pair.Id, pair => pair.Entry);
        var ids = owners.Select(group => group.Key).ToList();
        var marked = await db.Owners.AsNoTracking().Where(o => ids.Contains(o.Id) && o.PhoneMark != null).Select(o => new { o.Id, o.PhoneMark }).ToListAsync();
        return marked.GroupBy(owner => Convert.ToHexString(owner.PhoneMark!)).Where(group => group.Count() >= OwnersOfOnePhone)
            .Select(group => new Suspicion("同一电话", $"{group.Count()} 位业主登记了同一个电话。", group.SelectMany(owner => owners[owner.Id]).Distinct().ToList()));
    }

    private async Task<IEnumerable<Suspicion>> ImagesAsync(Dictionary<Guid, RollEntry> homes)
    {
        var entries = homes.Values.ToDictionary(entry => entry.Id);
        var ids = entries.Keys.ToList();
        var files = await db.Attachments.AsNoTracking().Where(a => a.SubjectType == AttachmentSubject.RollEntry && ids.Contains(a.SubjectId) && a.RemovedAt == null).Select(a => new { a.SubjectId, a.Sha256 }).ToListAsync();
        return files.GroupBy(file => Convert.ToHexString(file.Sha256)).Select(group => group.Select(file => file.SubjectId).Distinct().ToList()).Where(group => group.Count > 1)
            .Select(group => new Suspicion("同一影像", $"同一个文件用作 {group.Count} 户的凭证。", group.Select(id => entries[id]).ToList()));
    }

    private static IEnumerable<Suspicion> PhoneVotes(BallotCount count, Dictionary<Guid, RollEntry> homes, List<CallBack> calls)
    {
        var open = count.Votes.Where(vote => vote.Channel == VoteChannel.Phone).Select(vote => vote.DwellingId).Distinct().Where(id => calls.All(call => call.DwellingId != id || call.Outcome is null)).Select(id => homes[id]).ToList();
        if (open.Count > 0) yield return new Suspicion("电话票待确认", "电话征询没有签字，可抽取回访确认。", open);
    }
}
