using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Domain.Consent;
using OldEstateRenewal.Domain.Policies;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Policies;
using OldEstateRenewal.Web.Features.Shared;

namespace OldEstateRenewal.Web.Features.Ballots;

/// <summary>How one estate stands before a gate.</summary>
/// <param name="IsOpen">Whether it may pass.</param>
/// <param name="InWords">Ballot, figure and clause.</param>
/// <param name="BallotId">The ballot meant, if there is one.</param>
/// <param name="Figures">The households behind the answer; null where there is no result yet.</param>
public sealed record ConsentAnswer(bool IsOpen, string InWords, Guid? BallotId = null, ConsentFigures? Figures = null)
{
    /// <summary>Whether a result for this matter was ever annulled: what rested on it has to be looked at again while the gate is shut.</summary>
    public bool WasAnnulled { get; init; }

    /// <summary>The version of the scheme that was put to the vote, where one was named.</summary>
    public Guid? SchemeId { get; init; }

    /// <summary>When what was voted on was frozen, or the day on which a round outside was held.</summary>
    public DateTimeOffset? FrozenAt { get; init; }
}

/// <summary>全体、表态、同意户数 of a result.</summary>
public sealed record ConsentFigures(long Whole, long Participating, long Agreeing);

/// <summary>A gate with the rule it follows; null where the tenant's policies ask for no consent there: then it is open to all.</summary>
public sealed record ConsentAnswers(PolicyAnswer<ConsentRule>? Rule, IReadOnlyDictionary<Guid, ConsentAnswer> Estates)
{
    public ConsentAnswer? this[Guid estate] => Rule is null ? null : Estates.GetValueOrDefault(estate);
}

/// <summary>
/// 意见征询的门: an estate goes on only with the result that its tenant's policy asks for: into the plan with plan-entry, to the start of works with scheme, to acceptance
/// with satisfaction. One list for what is shown, greyed out and guarded. The newest result counts: of the closed ballots of the whole estate, or one held outside and stated.
/// </summary>
public sealed class ConsentGate(PortalDbContext db, PolicyShelf policies)
{
    public const string PlanEntry = "plan-entry";
    public const string Scheme = "scheme";
    public const string Satisfaction = "satisfaction";

    private sealed record Held(Guid Id, Guid EstateId, string Name, BallotState State, DateTimeOffset? ClosesAt, DateTimeOffset MadeAt, DateTimeOffset? OpenedAt, DateTimeOffset? ClosedAt, Guid? SchemeId);

    public async Task<PolicyAnswer<ConsentRule>?> RuleAsync(string key) => (await policies.TodayAsync()).Find(PolicySections.Consent, key);

    /// <param name="key">What is asked for.</param>
    /// <param name="estates">Who stands before the gate.</param>
    /// <param name="year">Of a plan: those up to the year in which the rule began are not asked.</param>
    public async Task<ConsentAnswers> AskAsync(string key, IReadOnlyCollection<Guid> estates, int? year = null)
    {
        if (await RuleAsync(key) is not { } rule || year <= rule.Document.InForceFrom.Year) return new ConsentAnswers(null, new Dictionary<Guid, ConsentAnswer>());
        var ids = estates.Distinct().ToList();
        var ballots = await db.Ballots.AsNoTracking().Where(b => ids.Contains(b.EstateId) && b.BuildingId == null && b.State != BallotState.Cancelled && b.Matters.Any(m => m.AskedKey == key))
            .Select(b => new Held(b.Id, b.EstateId, b.Name, b.State, b.ClosesAt, b.MadeAt, b.OpenedAt, b.ClosedAt, b.SchemeId)).ToListAsync();
        var newest = ballots.Where(b => b.State == BallotState.Closed).GroupBy(b => b.EstateId).Select(group => group.MaxBy(b => b.ClosedAt)!).ToDictionary(b => b.EstateId);
        var closed = newest.Values.Select(b => b.Id).ToList();
        var papers = await db.BallotResults.AsNoTracking().Where(r => closed.Contains(r.BallotId)).ToDictionaryAsync(r => r.BallotId, r => r.Json);
        var voided = await AnnulledAsync(ballots);
        var stated = await db.OutsideConsents.AsNoTracking().Where(c => ids.Contains(c.EstateId) && c.RuleKey == key).ToListAsync();
        return new ConsentAnswers(rule, ids.ToDictionary(id => id, id =>
        {
            var outside = stated.Where(c => c.EstateId == id).MaxBy(c => c.RecordedAt);
            var (held, mine) = (newest.GetValueOrDefault(id), ballots.Where(b => b.EstateId == id).ToList());
            var answer = held is not null && (outside is null || DateOnly.FromDateTime(held.ClosedAt!.Value.ToChina().DateTime) >= outside.HeldOn)
                ? voided.TryGetValue(held.Id, out var step) ? OfAnnulled(rule, held, step, mine) : OfBallot(rule, key, held, papers[held.Id])
                : outside is not null ? OfStatement(rule, outside) : Missing(rule, mine.MaxBy(b => (b.State, b.MadeAt)));
            return answer with { WasAnnulled = mine.Any(b => voided.ContainsKey(b.Id)) };
        }));
    }

    private async Task<Dictionary<Guid, BallotStep>> AnnulledAsync(IReadOnlyCollection<Held> ballots)
    {
        var closed = ballots.Where(b => b.State == BallotState.Closed).Select(b => b.Id).ToList();
        var steps = await db.BallotSteps.AsNoTracking().Where(s => closed.Contains(s.BallotId) && (s.Kind == BallotStepKind.Annulled || s.Kind == BallotStepKind.Reinstated)).ToListAsync();
        return steps.GroupBy(s => s.BallotId).Select(BallotStep.Annuls).OfType<BallotStep>().ToDictionary(s => s.BallotId);
    }

    /// <summary>An annulled result opens nothing; an older one does not come back in its place.</summary>
    private static ConsentAnswer OfAnnulled(PolicyAnswer<ConsentRule> rule, Held held, BallotStep step, IEnumerable<Held> mine)
    {
        var next = mine.Where(b => b.State != BallotState.Closed && b.MadeAt > held.MadeAt).MaxBy(b => (b.State, b.MadeAt));
        return new ConsentAnswer(false, $"“{held.Name}”的结果已被撤销（{step.At.ToChina():yyyy-MM-dd} 由{step.By}登记：{step.Text}），须重新征询、表决{(next is null ? "" : $"；“{next.Name}”{next.State.Name()}，结果未出")}（{rule.Citation}）", held.Id) { SchemeId = held.SchemeId, FrozenAt = held.OpenedAt };
    }

    private static ConsentAnswer Missing(PolicyAnswer<ConsentRule> rule, Held? under) => under switch
    {
        null => new ConsentAnswer(false, $"尚无“{rule.Item.Name}”的征询结果（{rule.Citation}）"),
        { State: BallotState.Open } => new ConsentAnswer(false, $"“{under.Name}”正在进行，{under.ClosesAt?.ToChinaText()} 截止，结果未出（{rule.Citation}）", under.Id),
        _ => new ConsentAnswer(false, $"“{under.Name}”尚在{under.State.Name()}，没有结果（{rule.Citation}）", under.Id),
    };

    private static ConsentAnswer OfBallot(PolicyAnswer<ConsentRule> rule, string key, Held held, string json)
    {
        var matters = ResultPaper.Read(json).Matters.Where(matter => matter.AskedKey == key).ToList();
        var carries = matters.Count > 0 && matters.All(matter => matter.Carries);
        var figures = matters.Where(matter => carries || !matter.Carries).SelectMany(matter => matter.Parts).SelectMany(part => part.Criteria);
        return new ConsentAnswer(carries, $"“{held.Name}”{(carries ? "通过" : "未通过")}：{string.Join("；", figures)}（{rule.Citation}）", held.Id, Figures(matters)) { SchemeId = held.SchemeId, FrozenAt = held.OpenedAt };
    }

    private static ConsentFigures? Figures(List<MatterPaper> matters) => matters.FirstOrDefault()?.Parts is { Count: > 0 } parts
        ? new ConsentFigures(parts.Sum(part => part.Heads.Whole), parts.Sum(part => part.Heads.Participating), parts.Sum(part => part.Heads.Agreeing)) : null;

    /// <summary>Stated figures are held against the same rule.</summary>
    private static ConsentAnswer OfStatement(PolicyAnswer<ConsentRule> rule, OutsideConsent stated)
    {
        var of = rule.Item.ApprovalOf == ConsentDenominator.All ? stated.Whole : stated.Participating;
        var isMet = (rule.Item.Coverage?.IsMet(stated.Asked, stated.Whole) ?? true) && (rule.Item.Participation?.Heads?.IsMet(stated.Participating, stated.Whole) ?? true) && (rule.Item.Approval?.Heads?.IsMet(stated.Agreeing, of) ?? true);
        var bar = rule.Item.HasNoBar ? "" : $"，{rule.Item.InWords}：{(isMet ? "达到" : "未达到")}";
        return new ConsentAnswer(isMet, $"征询在系统外完成（{stated.HeldOn:yyyy-MM-dd}，{stated.RecordedBy}登记）：全体 {stated.Whole} 户、征询 {stated.Asked} 户、表态 {stated.Participating} 户、同意 {stated.Agreeing} 户{bar}（{rule.Citation}）。{stated.Remark}", null, new ConsentFigures(stated.Whole, stated.Participating, stated.Agreeing)) { FrozenAt = stated.HeldOn.AtEndOfDay() };
    }

    /// <summary>Figures by heads can be stated for opinion alone; a statutory vote needs its roll and areas.</summary>
    public static bool MayState(PolicyAnswer<ConsentRule> rule) => rule.Item.Basis == ConsentBasis.Opinion && rule.Item.RefersTo.Count == 0;
}
