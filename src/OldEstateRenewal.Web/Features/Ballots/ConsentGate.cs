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
public sealed record ConsentAnswer(bool IsOpen, string InWords, Guid? BallotId = null, ConsentFigures? Figures = null);

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

    private sealed record Held(Guid Id, Guid EstateId, string Name, BallotState State, DateTimeOffset? ClosesAt, DateTimeOffset MadeAt, DateTimeOffset? ClosedAt);

    public async Task<PolicyAnswer<ConsentRule>?> RuleAsync(string key) => (await policies.TodayAsync()).Find(PolicySections.Consent, key);

    /// <param name="key">What is asked for.</param>
    /// <param name="estates">Who stands before the gate.</param>
    /// <param name="year">Of a plan: those up to the year in which the rule began are not asked.</param>
    public async Task<ConsentAnswers> AskAsync(string key, IReadOnlyCollection<Guid> estates, int? year = null)
    {
        if (await RuleAsync(key) is not { } rule || year <= rule.Document.InForceFrom.Year) return new ConsentAnswers(null, new Dictionary<Guid, ConsentAnswer>());
        var ids = estates.Distinct().ToList();
        var ballots = await db.Ballots.AsNoTracking().Where(b => ids.Contains(b.EstateId) && b.BuildingId == null && b.State != BallotState.Cancelled && b.Matters.Any(m => m.AskedKey == key))
            .Select(b => new Held(b.Id, b.EstateId, b.Name, b.State, b.ClosesAt, b.MadeAt, b.ClosedAt)).ToListAsync();
        var newest = ballots.Where(b => b.State == BallotState.Closed).GroupBy(b => b.EstateId).Select(group => group.MaxBy(b => b.ClosedAt)!).ToDictionary(b => b.EstateId);
        var closed = newest.Values.Select(b => b.Id).ToList();
        var papers = await db.BallotResults.AsNoTracking().Where(r => closed.Contains(r.BallotId)).ToDictionaryAsync(r => r.BallotId, r => r.Json);
        var stated = await db.OutsideConsents.AsNoTracking().Where(c => ids.Contains(c.EstateId) && c.RuleKey == key).ToListAsync();
        return new ConsentAnswers(rule, ids.ToDictionary(id => id, id =>
        {
            var outside = stated.Where(c => c.EstateId == id).MaxBy(c => c.RecordedAt);
            var held = newest.GetValueOrDefault(id);
            if (held is not null && (outside is null || DateOnly.FromDateTime(held.ClosedAt!.Value.ToChina().DateTime) >= outside.HeldOn)) return OfBallot(rule, key, held, papers[held.Id]);
            return outside is not null ? OfStatement(rule, outside) : Missing(rule, ballots.Where(b => b.EstateId == id).MaxBy(b => (b.State, b.MadeAt)));
        }));
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
        return new ConsentAnswer(carries, $"“{held.Name}”{(carries ? "通过" : "未通过")}：{string.Join("；", figures)}（{rule.Citation}）", held.Id, Figures(matters));
    }

    private static ConsentFigures? Figures(List<MatterPaper> matters) => matters.FirstOrDefault()?.Parts is { Count: > 0 } parts
        ? new ConsentFigures(parts.Sum(part => part.Heads.Whole), parts.Sum(part => part.Heads.Participating), parts.Sum(part => part.Heads.Agreeing)) : null;

    /// <summary>Stated figures are held against the same rule.</summary>
    private static ConsentAnswer OfStatement(PolicyAnswer<ConsentRule> rule, OutsideConsent stated)
    {
        var of = rule.Item.ApprovalOf == ConsentDenominator.All ? stated.Whole : stated.Participating;
        var isMet = (rule.Item.Coverage?.IsMet(stated.Asked, stated.Whole) ?? true) && (rule.Item.Participation?.Heads?.IsMet(stated.Participating, stated.Whole) ?? true) && (rule.Item.Approval?.Heads?.IsMet(stated.Agreeing, of) ?? true);
        var bar = rule.Item.HasNoBar ? "" : $"，{rule.Item.InWords}：{(isMet ? "达到" : "未达到")}";
        return new ConsentAnswer(isMet, $"征询在系统外完成（{stated.HeldOn:yyyy-MM-dd}，{stated.RecordedBy}登记）：全体 {stated.Whole} 户、征询 {stated.Asked} 户、表态 {stated.Participating} 户、同意 {stated.Agreeing} 户{bar}（{rule.Citation}）。{stated.Remark}", null, new ConsentFigures(stated.Whole, stated.Participating, stated.Agreeing));
    }

    /// <summary>Figures by heads can be stated for opinion alone; a statutory vote needs its roll and areas.</summary>
    public static bool MayState(PolicyAnswer<ConsentRule> rule) => rule.Item.Basis == ConsentBasis.Opinion && rule.Item.RefersTo.Count == 0;
}
