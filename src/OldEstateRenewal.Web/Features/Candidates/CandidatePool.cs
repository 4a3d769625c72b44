using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Domain;
using OldEstateRenewal.Domain.Eligibility;
using OldEstateRenewal.Domain.Planning;
using OldEstateRenewal.Domain.Policies;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Ballots;
using OldEstateRenewal.Web.Features.EarlierWorks;
using OldEstateRenewal.Web.Features.Eligibility;
using OldEstateRenewal.Web.Features.Estates;
using OldEstateRenewal.Web.Features.Plans;
using OldEstateRenewal.Web.Features.Policies;

namespace OldEstateRenewal.Web.Features.Candidates;

/// <summary>估算投资 with its source in words.</summary>
public sealed record KnownInvestment(Money Amount, string Source);

/// <summary>One candidate with all that is compared.</summary>
public sealed record CandidateRow(Estate Estate, EligibilityVerdict? Verdict, ConsentAnswer? Consent, KnownInvestment? Investment, IReadOnlyList<EstateMark> Marks, RankedCandidate? Place)
{
    /// <summary>Why it may not enter a plan although it is looked at, such as a finding to be confirmed.</summary>
    public IReadOnlyList<string> Doubts { get; init; } = [];

    public bool IsDoubtful => Verdict is not EligibilityVerdict.Eligible;

    public Guid Id => Estate.Id;

    public string Name => Estate.Name;
}

/// <summary>The estates that are no candidates, counted.</summary>
public sealed record PoolCounts(int Planned, int NotEligible, int Finished);

/// <summary>The candidates of a year, in the order of rank where a rule ranks them.</summary>
public sealed record Pool(int Year, PolicyAnswer<ChoiceRule>? Rule, PolicyAnswer<Domain.Consent.ConsentRule>? ConsentRule, IReadOnlyList<CandidateRow> Rows, PoolCounts Others)
{
    public IReadOnlyList<ChoiceCriterion> Criteria => Rule?.Item.Criteria ?? [];
}

/// <summary>候选项目池: every estate that may be renewed, or may yet turn out so, and is neither in an issued plan nor finished.</summary>
public sealed class CandidatePool(PortalDbContext db, PolicyShelf policies, ConsentGate consents, WorksLedger works)
{
    public const string Rule = "annual";

    /// <summary>The year people choose for when they say nothing.</summary>
    public int NextYear => policies.Today.Year + 1;

    public int Within(int? year) => Math.Clamp(year ?? NextYear, AnnualPlan.EarliestYear, AnnualPlan.LatestYear);

    public async Task<Pool> ReadAsync(int year)
    {
        var view = await policies.TodayAsync();
        var planned = await PlannedAsync();
        var cases = (await EstateCases.ReadAsync(db)).Where(each => each.Estate.EndedOn is null).ToList();
        var judged = cases.Select(each => (each.Estate, Verdict: view.VerdictOf(EligibilityRules.PlanEntry, each.Facts))).ToList();
        var histories = await works.ReadAsync(cases.Select(each => each.Estate.Id).ToList());
        var open = judged.Where(each => !planned.Contains(each.Estate.Id)).ToList();
        var finished = open.Where(each => IsFinished(each.Estate) || histories[each.Estate.Id].ObjectionsToPlan().Any(objection => objection.Refuses)).Select(each => each.Estate.Id).ToHashSet();
        var candidates = open.Where(each => !finished.Contains(each.Estate.Id) && each.Verdict != EligibilityVerdict.NotEligible).ToList();
        var counts = new PoolCounts(judged.Count - open.Count, open.Count(each => !finished.Contains(each.Estate.Id)) - candidates.Count, finished.Count);
        var rows = await RowsAsync(candidates, year, view, estate => histories[estate].ObjectionsToPlan().Select(objection => objection.InWords).ToList());
        return new Pool(year, view.Find(PolicySections.Choice, Rule), rows.Consent, rows.Rows, counts);
    }

    private async Task<(IReadOnlyList<CandidateRow> Rows, PolicyAnswer<Domain.Consent.ConsentRule>? Consent)> RowsAsync(List<(Estate Estate, EligibilityVerdict? Verdict)> candidates, int year, PolicyView view, Func<Guid, IReadOnlyList<string>> doubts)
    {
        var ids = candidates.Select(each => each.Estate.Id).ToList();
        var criteria = view.Find(PolicySections.Choice, Rule)?.Item.Criteria ?? [];
        var answers = await consents.AskAsync(ConsentGate.PlanEntry, ids, year);
        var surveys = await db.Surveys.AsNoTracking().Where(s => ids.Contains(s.EstateId) && !db.Surveys.Any(later => later.SupersedesId == s.Id)).ToDictionaryAsync(s => s.EstateId);
        var typed = (await db.CandidateMarks.AsNoTracking().Where(m => ids.Contains(m.EstateId)).ToListAsync()).ToLookup(m => (m.EstateId, m.Criterion));
        var investments = await InvestmentsAsync(ids, year);
        var names = view.SurveyFacts().ToDictionary(fact => fact.Item.Key, fact => fact.Item.Name);
        var rows = candidates.Select(each =>
        {
            var from = new MarkSources(each.Estate, year, answers[each.Estate.Id], surveys.GetValueOrDefault(each.Estate.Id), names);
            var marks = criteria.Select(criterion => new EstateMark(criterion, MarkBook.Hold(criterion, from), typed[(each.Estate.Id, criterion.Key)].MaxBy(mark => (mark.RecordedAt, mark.Id)))).ToList();
            return new CandidateRow(each.Estate, each.Verdict, from.Consent, investments.GetValueOrDefault(each.Estate.Id), marks, null) { Doubts = doubts(each.Estate.Id) };
        }).ToList();
        return (Ranked(rows, view.Find(PolicySections.Choice, Rule)?.Item), answers.Rule);
    }

    /// <summary>Those in the newest issued revision of any year.</summary>
    private async Task<HashSet<Guid>> PlannedAsync()
    {
        var plans = await db.Plans.AsNoTracking().Select(p => new { p.Id, p.Year, p.Revision, Last = p.Steps.OrderByDescending(s => s.At).ThenByDescending(s => s.Id).Select(s => (PlanStepKind?)s.Kind).FirstOrDefault() }).ToListAsync();
        var issued = plans.Where(p => p.Last == PlanStepKind.Issued).GroupBy(p => p.Year).Select(years => years.MaxBy(p => p.Revision)!.Id).ToList();
        return (await db.PlanEntries.AsNoTracking().Where(e => issued.Contains(e.PlanId)).Select(e => e.EstateId).ToListAsync()).ToHashSet();
    }

    /// <summary>What was estimated last; else what a plan still being drawn up says.</summary>
    private async Task<Dictionary<Guid, KnownInvestment>> InvestmentsAsync(List<Guid> ids, int year)
    {
        var estimated = await db.CandidateEstimates.AsNoTracking().Where(e => ids.Contains(e.EstateId)).ToListAsync();
        var planned = await db.PlanEntries.AsNoTracking().Where(e => ids.Contains(e.EstateId) && e.Investment != null).Join(db.Plans, e => e.PlanId, p => p.Id, (e, p) => new { e.EstateId, e.Investment, p.Year, p.Revision }).ToListAsync();
        var known = planned.GroupBy(e => e.EstateId).Select(group => group.MaxBy(e => (e.Year == year, e.Year, e.Revision))!).ToDictionary(e => e.EstateId, e => new KnownInvestment(e.Investment!.Value, $"{e.Year}年计划（编制中）所填"));
        foreach (var group in estimated.GroupBy(e => e.EstateId))
        {
            var last = group.MaxBy(e => (e.RecordedAt, e.Id))!;
            known[group.Key] = new KnownInvestment(last.Investment, $"{last.Source}（数据日期 {last.AsOf:yyyy-MM-dd}，{last.RecordedBy} 登记）");
        }

        return known;
    }

    private static bool IsFinished(Estate estate) => estate.Facts.Any(fact => fact is { Key: "already-renewed", Value: true });

    private static List<CandidateRow> Ranked(List<CandidateRow> rows, ChoiceRule? rule)
    {
        if (rule is null) return rows;
        var byId = rows.ToDictionary(row => row.Id.ToString());
        var candidates = rows.Select(row => new Candidate(row.Id.ToString(), row.Name, row.Marks.ToDictionary(mark => mark.Criterion.Key, mark => mark.Share * (Fraction)rule.FullMark)));
        return rule.Rank(candidates).Select(place => byId[place.Candidate.Id] with { Place = place }).ToList();
    }
}
