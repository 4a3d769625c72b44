using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Evidence;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Features.Supervision;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Evaluations;

/// <summary>Reads evaluations: a city its own sheets with what its counties sent, a county the published sheets above it, its own self-assessment, and results once they are published.</summary>
public sealed class EvaluationReader(PortalDbContext db, EvaluationFigures figures, CountyBook counties, EvidenceShelf evidence, CurrentAccess access, TimeProvider time)
{
    private static readonly string[] unfiltered = [PortalDbContext.TenantFilter];

    private bool IsCity => access.Value.May(Duty.Supervise);

    private Guid Tenant => access.Value.Tenant.Id;

    public async Task<EvaluationIndex> IndexAsync()
    {
        var evaluations = await Visible().OrderByDescending(e => e.Year).ThenByDescending(e => e.MadeAt).ToListAsync();
        var ids = evaluations.Select(evaluation => evaluation.Id).ToList();
        var states = await (IsCity ? db.SelfAssessments.IgnoreQueryFilters(unfiltered) : db.SelfAssessments).AsNoTracking().Where(a => ids.Contains(a.EvaluationId)).Select(a => new { a.EvaluationId, a.State }).ToListAsync();
        var rounds = (await RoundsAsync(ids)).ToLookup(round => round.EvaluationId);
        var published = ids.Select(id => rounds[id].LastOrDefault(round => round.State == RoundState.Published)).OfType<EvaluationRound>().ToDictionary(round => round.Id);
        var results = (await ResultsAsync([.. published.Keys])).ToLookup(result => published[result.RoundId].EvaluationId);
        return new EvaluationIndex(
            evaluations.Select(evaluation => new EvaluationLine(evaluation, states.Count(state => state.EvaluationId == evaluation.Id && state.State == AssessmentState.Sent), rounds[evaluation.Id].LastOrDefault(), results[evaluation.Id].FirstOrDefault(result => result.CountyId == Tenant), states.FirstOrDefault(state => state.EvaluationId == evaluation.Id)?.State)).ToList(),
            await db.Tenants.CountAsync(t => t.AncestorIds.Contains(Tenant)),
            new YearTable(evaluations.Where(evaluation => results[evaluation.Id].Any()).OrderBy(evaluation => evaluation.Year).ToList(), results.SelectMany(each => each.Select(result => (Evaluation: each.Key, Result: result))).GroupBy(each => each.Result.CountyId)
                .Select(county => (county.Key, county.Last().Result.CountyName, (IReadOnlyDictionary<Guid, CountyResult>)county.ToDictionary(each => each.Evaluation, each => each.Result))).OrderBy(county => county.CountyName, StringComparer.Ordinal).ToList()));
    }

    /// <summary>A sheet of the city with all its counties.</summary>
    public async Task<EvaluationPage?> CityAsync(Guid id)
    {
        if (!IsCity || await FindAsync(id) is not { } evaluation) return null;
        var rounds = await RoundsAsync([id]);
        var published = rounds.LastOrDefault(round => round.State == RoundState.Published)?.Id;
        return new EvaluationPage(evaluation, evaluation.State == EvaluationState.Draft ? [] : await ScoresAsync(evaluation, rounds.LastOrDefault()), rounds, published is { } of ? await ResultsAsync([of]) : []);
    }

    public async Task<CountyReviewPage?> ReviewAsync(Guid id, string key) =>
        await CityAsync(id) is { } page && page.Counties.FirstOrDefault(county => county.Key == key) is { } score ? new CountyReviewPage(score, page.Round) : null;

    /// <summary>A published sheet as this county fills it.</summary>
    public async Task<CountyEvaluationPage?> CountyAsync(Guid id)
    {
        if (IsCity || await FindAsync(id) is not { } evaluation) return null;
        var rounds = await RoundsAsync([id]);
        var published = rounds.LastOrDefault()?.Id;
        // Who looks from above sees no draft here either.
        var sentOnly = access.Value.Supervises;
        var self = await db.SelfAssessments.AsNoTracking().SingleOrDefaultAsync(a => a.EvaluationId == id && (!sentOnly || a.State == AssessmentState.Sent));
        var review = published is null ? null : await db.CountyReviews.IgnoreQueryFilters(unfiltered).AsNoTracking().SingleOrDefaultAsync(r => r.RoundId == published && r.CountyId == Tenant);
        var papers = self is null ? [] : (await evidence.OfAsync([self.Id]))[self.Id].ToList();
        var score = ScoreOf(evaluation, (Tenant, access.Value.Tenant.Key, access.Value.Tenant.Name), self, review, papers, await figures.OwnAsync(evaluation.Year));
        return new CountyEvaluationPage(evaluation, score, rounds, published is { } of ? await ResultsAsync([of]) : []);
    }

    private async Task<IReadOnlyList<CountyScore>> ScoresAsync(Evaluation evaluation, EvaluationRound? round)
    {
        var tenants = await counties.CountiesAsync();
        var ids = tenants.Select(tenant => tenant.Id).ToList();
        // What a county has not sent is not the city's to see.
        var selves = await db.SelfAssessments.IgnoreQueryFilters(unfiltered).AsNoTracking().Where(a => a.EvaluationId == evaluation.Id && a.State == AssessmentState.Sent && ids.Contains(a.TenantId)).ToDictionaryAsync(a => a.TenantId);
        var reviews = round is null ? new Dictionary<Guid, CountyReview>() : await db.CountyReviews.AsNoTracking().Where(r => r.RoundId == round.Id).ToDictionaryAsync(r => r.CountyId);
        var papers = await evidence.OfAsync(selves.Values.Select(self => self.Id).ToList());
        var known = (await counties.ReadAsync(evaluation.Year, ChinaTime.Today(time))).ToDictionary(county => county.Id, county => EvaluationFigures.Of(county.Figures, county.Week));
        return tenants.Select(tenant =>
        {
            var self = selves.GetValueOrDefault(tenant.Id);
            return ScoreOf(evaluation, (tenant.Id, tenant.Key, tenant.Name), self, reviews.GetValueOrDefault(tenant.Id), self is null ? [] : papers[self.Id].ToList(), known[tenant.Id]);
        }).ToList();
    }

    private static CountyScore ScoreOf(Evaluation evaluation, (Guid Id, string Key, string Name) county, SelfAssessment? self, CountyReview? review, IReadOnlyList<EvidencePaper> papers, IReadOnlyDictionary<string, string> known) =>
        new(county.Id, county.Key, county.Name, evaluation, self, review, evaluation.Criteria.OrderBy(criterion => criterion.Sequence).Select(criterion => new ScoreLine(criterion, self?.MarksOf(criterion.Id), self?.RemarkOf(criterion.Id),
            review?.MarksOf(criterion.Id), review?.ReasonOf(criterion.Id), papers.Where(paper => paper.ItemId == criterion.Id).ToList(),
            self?.State == AssessmentState.Sent ? self.FigureOf(criterion.Id) : criterion.RateKey is { } rate ? known.GetValueOrDefault(rate) : null)).ToList());

    private Task<Evaluation?> FindAsync(Guid id) => Visible().Include(e => e.Criteria).SingleOrDefaultAsync(e => e.Id == id);

    private IQueryable<Evaluation> Visible()
    {
        if (IsCity) return db.Evaluations.AsNoTracking();
        List<Guid> above = [Tenant, .. access.Value.Tenant.AncestorIds];
        return db.Evaluations.IgnoreQueryFilters(unfiltered).AsNoTracking().Where(e => above.Contains(e.TenantId) && e.State == EvaluationState.Published);
    }

    private Task<List<EvaluationRound>> RoundsAsync(IReadOnlyList<Guid> evaluations)
    {
        var rounds = (IsCity ? db.EvaluationRounds : db.EvaluationRounds.IgnoreQueryFilters(unfiltered).Where(r => r.State == RoundState.Published)).AsNoTracking();
        return rounds.Where(r => evaluations.Contains(r.EvaluationId)).OrderBy(r => r.Edition).ToListAsync();
    }

    private Task<List<CountyResult>> ResultsAsync(IReadOnlyList<Guid> rounds) => db.CountyResults.IgnoreQueryFilters(unfiltered).AsNoTracking().Where(r => rounds.Contains(r.RoundId)).OrderBy(r => r.Sequence).ToListAsync();
}
