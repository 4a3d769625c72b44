using System.Globalization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Domain.Consent;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Security;
using OldEstateRenewal.Web.Tenancy;

namespace OldEstateRenewal.Web.Features.Ballots;

/// <summary>What an owner is asked on the page that the receipt opens.</summary>
/// <param name="Ticket">Says for a while which dwelling the page was opened for; nobody can make one.</param>
public sealed record OpinionQuestions(string Ticket, Guid ActId, IReadOnlyList<(Guid Id, string Title)> Matters, IReadOnlyList<string> Seen);

public sealed class OpinionForm
{
    public string? Ticket { get; set; }
    public Guid ActId { get; set; }
    public Dictionary<Guid, VoteChoice> Choices { get; set; } = [];
    public List<string> Seen { get; set; } = [];
}

/// <summary>
/// 线上征询: whoever holds the receipt says the household's opinion. Only opinion, where the rule knows the channel: a statutory vote on line is the official
/// system's business, and an opinion poll is never called a vote.
/// </summary>
public sealed class OnlineOpinions(PortalDatabase database, IDataProtectionProvider protection, TimeProvider time)
{
    private const string Who = "业主（线上）";
    private static readonly TimeSpan ticketHolds = TimeSpan.FromMinutes(30);
    private readonly IDataProtector tickets = protection.CreateProtector("OnlineOpinions");

    /// <summary>The questions that may be answered on line now; null when there are none.</summary>
    public OpinionQuestions? Ask(Tenant tenant, Ballot ballot, RollEntry entry, IReadOnlyList<BallotVote> standing)
    {
        if (ballot.State != BallotState.Open || ballot.ClosesAt <= time.GetUtcNow() || entry.Exclusion is not null) return null;
        var matters = ballot.Matters.Where(IsOnline).Select(matter => (matter.Id, matter.Title)).ToList();
        if (matters.Count == 0) return null;
        var seen = standing.Where(vote => vote.DwellingId == entry.DwellingId && matters.Any(matter => matter.Id == vote.MatterId) && IsOwn(vote));
        return new OpinionQuestions(tickets.Protect($"{tenant.Id}|{ballot.Id}|{entry.DwellingId}|{(time.GetUtcNow() + ticketHolds).ToUnixTimeSeconds()}"), Guid.CreateVersion7(), matters, SeenVotes.Write(seen).ToList());
    }

    /// <summary>Records what was said; the sentence to show, and whether it was taken.</summary>
    public async Task<(bool Taken, string Words)> TakeAsync(OpinionForm form)
    {
        if (Open(form.Ticket) is not { } place) return (false, "页面打开太久，已失效。请重新输入回执码。");
        if (form.ActId == Guid.Empty || form.Choices.Count == 0 || form.Choices.Values.Any(choice => choice is not (VoteChoice.Agree or VoteChoice.Oppose or VoteChoice.Abstain))) return (false, "请选择意见。");
        return await database.InTransactionAsync(TenantScope.OfTenant(place.Tenant), async db =>
        {
            var tenant = await db.Tenants.AsNoTracking().SingleAsync(t => t.Id == place.Tenant);
            var ballot = await db.Ballots.AsNoTracking().Include(b => b.Matters.OrderBy(m => m.Sequence)).SingleOrDefaultAsync(b => b.Id == place.Ballot);
            if (ballot is null || form.Choices.Keys.Any(id => ballot.Matters.All(matter => matter.Id != id || !IsOnline(matter)))) return (false, "此事项不能在线上征询。");
            var access = new CurrentAccess();
            access.Set(new Access(Guid.Empty, Who, tenant, Role.Platform, null));
            var answer = await new VoteService(db, access).RecordAsync(ballot, new VoteAct(form.ActId, place.Dwelling, form.Choices.ToDictionary(choice => choice.Key, choice => (VoteChoice?)choice.Value), VoteChannel.Online, false, null, null, null, null, SeenVotes.Read(form.Seen)));
            return answer.Outcome switch
            {
                VoteOutcome.Recorded or VoteOutcome.Repeated => (true, "已收到您的意见，谢谢。截止前可以凭回执再来修改。"),
                VoteOutcome.Overtaken => (false, "本户已有工作人员录入的意见。与您的意思不一致的，请持回执联系经办人更正。"),
                _ => (false, string.Join("；", answer.Reasons)),
            };
        });
    }

    private static bool IsOwn(BallotVote vote) => vote is { Channel: VoteChannel.Online } && vote.RecordedById == Guid.Empty;

    private static bool IsOnline(BallotMatter matter) => matter.Question is { Rule.Item.Basis: ConsentBasis.Opinion } question && question.Refuse(new Vote("", VoteChoice.Agree, VoteChannel.Online)).Count == 0;

    private (Guid Tenant, Guid Ballot, Guid Dwelling)? Open(string? ticket)
    {
        if (string.IsNullOrEmpty(ticket)) return null;
        try
        {
            var parts = tickets.Unprotect(ticket).Split('|');
            return long.Parse(parts[3], CultureInfo.InvariantCulture) < time.GetUtcNow().ToUnixTimeSeconds() ? null : (Guid.Parse(parts[0], CultureInfo.InvariantCulture), Guid.Parse(parts[1], CultureInfo.InvariantCulture), Guid.Parse(parts[2], CultureInfo.InvariantCulture));
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
    }
}
