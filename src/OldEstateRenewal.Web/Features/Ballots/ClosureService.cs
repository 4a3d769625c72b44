using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Domain.Consent;
using OldEstateRenewal.Web.Audit;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Ballots;

public sealed record MeasurePaper(long Whole, long Asked, long Participating, long Agreeing)
{
    public static MeasurePaper Of(Measure measure) => new(measure.Whole, measure.Asked, measure.Participating, measure.Agreeing);
}

/// <param name="Area">In 0.01 ㎡.</param>
public sealed record PartPaper(string Name, ConsentOutcome Outcome, MeasurePaper Heads, MeasurePaper Area, IReadOnlyList<string> Criteria, IReadOnlyList<string> Working, int Conflicts, int Refusals);

public sealed record MatterPaper(Guid MatterId, string Title, string AskedKey, string RuleKey, string Rule, string Citation, ConsentBasis Basis, string Who, IReadOnlyList<PartPaper> Parts, IReadOnlyDictionary<string, int> Channels)
{
    public bool Carries => Parts.Count > 0 && Parts.All(part => part.Outcome is ConsentOutcome.Carries or ConsentOutcome.CarriedForGood or ConsentOutcome.OpinionOnly);
}

/// <summary>What was counted at the close, in full.</summary>
public sealed record ResultPaper(string Name, int Units, int Excluded, int Voted, IReadOnlyList<MatterPaper> Matters)
{
    private static readonly JsonSerializerOptions options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All), Converters = { new JsonStringEnumConverter() } };

    public static ResultPaper Of(Ballot ballot, BallotCount count) => new(
        ballot.Name, count.Counted.Count(), count.Roll.Count - count.Counted.Count(), count.Votes.Select(vote => vote.DwellingId).Distinct().Count(),
        count.Matters.Select(matter => new MatterPaper(
            matter.Matter.Id, matter.Matter.Title, matter.Matter.AskedKey, matter.Matter.RuleKey, matter.Question.Rule.Item.InWords, matter.Question.Rule.Citation.ToString(), matter.Question.Rule.Item.Basis, matter.Question.Rule.Item.Who,
            matter.Parts.Select(Part).ToList(),
            count.Votes.Where(vote => vote.MatterId == matter.Matter.Id).GroupBy(vote => vote.Channel.Name()).ToDictionary(group => group.Key, group => group.Count()))).ToList());

    // Whose votes they are stays in the roll; the paper may be published.
    private static PartPaper Part(Tally tally) => new(
        tally.PartName, tally.Outcome, MeasurePaper.Of(tally.Heads), MeasurePaper.Of(tally.Area), tally.Criteria.Select(criterion => criterion.InFinalWords).ToList(),
        tally.Working.Select(line => tally.Criteria.FirstOrDefault(criterion => criterion.InWords == line)?.InFinalWords ?? line).Where(line => !line.StartsWith("不计入：", StringComparison.Ordinal) && tally.Conflicts.All(conflict => conflict.InWords != line)).ToList(), tally.Conflicts.Count, tally.Refusals.Count);

    public string Write() => JsonSerializer.Serialize(this, options);

    public static ResultPaper Read(string json) => JsonSerializer.Deserialize<ResultPaper>(json, options)!;
}

/// <summary>Closes a ballot: counts and seals in one transaction, while no vote can come in between.</summary>
public sealed class ClosureService(PortalDbContext db, AuditTrail audit, CurrentAccess access, BallotService ballots, TallyBook tallies)
{
    /// <summary>The reasons why not, or none.</summary>
    public async Task<IReadOnlyList<string>> CloseAsync(Guid id)
    {
        // Votes hold the row FOR SHARE until they are committed: from here on all of them are there, and no further one gets in.
        await db.Database.ExecuteSqlAsync($"select from portal.ballots where id = {id} for update");
        var ballot = await ballots.FindAsync(id);
        if (ballot is null) return ["没有这次表决。"];
        await db.Entry(ballot).ReloadAsync();
        var steps = await ballots.StepsAsync(id);
        var now = await NowAsync();
        var refusals = BallotRules.WhyNotClose(ballot, steps, access.Value.UserId, now);
        if (refusals.Count > 0) return refusals;
        var asked = ballot.ClosesAt <= now ? null : steps.Last(step => step.Kind == BallotStepKind.ClosureAsked && step.ById != access.Value.UserId);
        if (await ballots.StepAsync(ballot, BallotStepKind.Closed, asked is null ? "到期截止" : $"提前截止，{asked.By} 申请") is { Count: > 0 } failed) return failed;
        await SealAsync(ballot, asked?.By, now);
        return [];
    }

    private async Task SealAsync(Ballot ballot, string? second, DateTimeOffset now)
    {
        var head = await db.BallotHeads.AsNoTracking().SingleOrDefaultAsync(h => h.BallotId == ballot.Id);
        var json = ResultPaper.Of(ballot, await tallies.CountAsync(ballot.Id)).Write();
        var last = head?.Hash ?? ballot.FrozenHash!;
        (ballot.State, ballot.ClosedAt) = (BallotState.Closed, now);
        db.BallotResults.Add(new BallotResult
        {
            BallotId = ballot.Id,
            EstateId = ballot.EstateId,
            Json = json,
            Votes = head?.Number ?? 0,
            Head = last,
            Seal = SealOf(ballot.FrozenHash!, last, json),
            ClosedAt = now,
            ClosedBy = access.Value.UserName,
            SecondBy = second,
        });
        audit.Add("BallotSealed", ballot, $"{ballot.Estate!.Name} · {ballot.Name}");
        await db.SaveChangesAsync();
    }

    /// <summary>What is printed on the result: nothing of it can be changed without changing this.</summary>
    public static byte[] SealOf(byte[] frozen, byte[] head, string json) => SHA256.HashData([.. frozen, .. head, .. Encoding.UTF8.GetBytes(json)]);

    /// <summary>The clock that also refuses votes; never the caller's.</summary>
    private async Task<DateTimeOffset> NowAsync() => (await db.Database.SqlQuery<DateTimeOffset>($"select clock_timestamp() as \"Value\"").ToListAsync())[0];
}
