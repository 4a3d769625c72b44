using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Web.Data;

namespace OldEstateRenewal.Web.Features.Ballots;

/// <summary>复核计票: counts a closed ballot again from roll and votes, and writes down beside the sealed result whether it is the same. The result stays as it is.</summary>
public sealed class RecountService(PortalDbContext db, BallotService ballots, TallyBook tallies)
{
    private const int MostWords = BallotStep.TextLength - 100;

    /// <summary>The reasons why not, or none.</summary>
    public async Task<IReadOnlyList<string>> RecountAsync(Ballot ballot, string? remark)
    {
        if (await db.BallotResults.AsNoTracking().SingleOrDefaultAsync(r => r.BallotId == ballot.Id) is not { } result) return ["截止后才能复核计票。"];
        var (paper, now) = (ResultPaper.Read(result.Json), ResultPaper.Of(ballot, await tallies.CountAsync(ballot.Id)));
        var differences = Differences(paper, now).Concat(await SealsAsync(ballot, result)).ToList();
        var words = differences.Count == 0 ? $"复核一致：{InWords(now)}；票据链 {result.Votes} 条完整，封存码相符。" : $"复核不一致（{differences.Count} 处）：{string.Join("；", differences)}。";
        if (words.Length > MostWords) words = words[..MostWords] + "……";
        var told = string.IsNullOrWhiteSpace(remark) ? words : $"{words}{remark.Trim()}";
        return await ballots.StepAsync(ballot, BallotStepKind.Recounted, told.Length <= BallotStep.TextLength ? told : told[..BallotStep.TextLength]);
    }

    private static string InWords(ResultPaper paper) => string.Join("；", paper.Matters.Select(matter =>
        $"{matter.Title} 同意 {matter.Parts.Sum(part => part.Heads.Agreeing)}/{matter.Parts.Sum(part => part.Heads.Whole)} 户、{Domain.Area.FromHundredths(matter.Parts.Sum(part => part.Area.Agreeing))} ㎡，{(matter.Carries ? "通过" : "未通过")}"));

    /// <summary>Figures and outcomes alone: a later edition of the product may put the working into other words.</summary>
    private static IEnumerable<string> Differences(ResultPaper then, ResultPaper now)
    {
        if ((then.Units, then.Excluded) != (now.Units, now.Excluded)) yield return $"名册封存 {then.Units} 套计入、{then.Excluded} 套不计入，现为 {now.Units}、{now.Excluded}";
        if (then.Voted != now.Voted) yield return $"已投封存 {then.Voted} 套，现为 {now.Voted} 套";
        foreach (var matter in then.Matters)
        {
            if (now.Matters.SingleOrDefault(each => each.MatterId == matter.MatterId) is not { } again) yield return $"缺少事项“{matter.Title}”";
            else if (!matter.Parts.Select(Figures).SequenceEqual(again.Parts.Select(Figures))) yield return $"“{matter.Title}”的票数与封存的不同";
        }
    }

    private static (string, Domain.Consent.ConsentOutcome, MeasurePaper, MeasurePaper, int) Figures(PartPaper part) => (part.Name, part.Outcome, part.Heads, part.Area, part.Conflicts);

    private async Task<List<string>> SealsAsync(Ballot ballot, BallotResult result)
    {
        var wrong = new List<string>();
        var head = await db.BallotHeads.AsNoTracking().SingleOrDefaultAsync(h => h.BallotId == ballot.Id);
        if ((head?.Number ?? 0) != result.Votes || !(head?.Hash ?? ballot.FrozenHash!).SequenceEqual(result.Head)) wrong.Add("票据链的末端与封存的不同");
        if (!ClosureService.SealOf(ballot.FrozenHash!, result.Head, result.Json).SequenceEqual(result.Seal)) wrong.Add("封存码与结果不符");
        if (await BrokenAsync(ballot) is > 0 and var broken) wrong.Add($"票据链有 {broken} 处断裂");
        var rows = await db.BallotVotes.CountAsync(v => v.BallotId == ballot.Id);
        if (rows != result.Votes) wrong.Add($"封存 {result.Votes} 条录入，现有 {rows} 条");
        return wrong;
    }

    /// <summary>Rows out of number, not linked to the one before, or changed since they were written.</summary>
    private async Task<long> BrokenAsync(Ballot ballot) => (await db.Database.SqlQuery<long>($"""
        select count(*) as "Value" from (
          select v.number, v.previous_hash, v.hash, portal.vote_hash(v) as again, row_number() over chain as place, lag(v.hash, 1, {ballot.FrozenHash!}) over chain as before
          from portal.ballot_votes v where v.tenant_id = {ballot.TenantId} and v.ballot_id = {ballot.Id} window chain as (order by v.number)) row
        where number <> place or previous_hash <> before or hash <> again
        """).ToListAsync())[0];
}
