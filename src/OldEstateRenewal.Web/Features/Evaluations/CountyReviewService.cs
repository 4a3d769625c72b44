using Microsoft.EntityFrameworkCore;
using Npgsql;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Features.Supervision;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Evaluations;

/// <summary>复评: a city scores its counties, publishes the results, and opens another edition where they were wrong.</summary>
public sealed class CountyReviewService(CityDesk desk, CurrentAccess access, TimeProvider time)
{
    private static readonly IReadOnlyList<string> stale = ["他人刚刚改动了复评，这次没有保存，请核对后再试。"];

    public Task<IReadOnlyList<string>> SaveAsync(CountyReviewPage page, CountyReviewForm form) => SaveAsync(async own =>
    {
        var score = page.Score;
        var round = await NewestAsync(own, score.Evaluation.Id) ?? Open(own, score.Evaluation, 1, null);
        if (EvaluationRules.WhyNotReview(round) is { Count: > 0 } refusals) return refusals;
        var review = await own.CountyReviews.SingleOrDefaultAsync(r => r.RoundId == round.Id && r.CountyId == score.CountyId);
        if ((review?.Version ?? -1) != form.Version) return stale;
        if (review is null) own.CountyReviews.Add(review = new CountyReview { TenantId = access.Value.Tenant.Id, RoundId = round.Id, CountyId = score.CountyId, Items = [], Marks = [], Reasons = [], Points = [], Whys = [], By = "" });
        Fill(review, score, form);
        desk.Note(own, "CountyReviewed", review, review.Id, $"{score.Evaluation.Year}年 {score.Evaluation.Name} {score.Name}");
        return [];
    });

    public Task<IReadOnlyList<string>> ConcludeAsync(EvaluationPage page, ResultForm form) => EvaluationRules.WhyNotConclude(page, form.Remark.OrNull()) is { Count: > 0 } refusals ? Task.FromResult(refusals) : SaveAsync(async own =>
    {
        var round = await NewestAsync(own, page.Evaluation.Id);
        if (round?.State != RoundState.Open || round.Version != form.Version) return stale;
        // A published round takes no results: they go before.
        var results = ResultsOf(page, round);
        own.CountyResults.AddRange(results);
        desk.Note(own, "CountyResultsSet", results[0], round.Id, $"{page.Evaluation.Year}年 {page.Evaluation.Name} 第 {round.Edition} 版");
        await own.SaveChangesAsync();
        (round.State, round.Remark, round.PublishedBy, round.PublishedAt) = (RoundState.Published, form.Remark.OrNull(), access.Value.UserName, time.GetUtcNow());
        desk.Note(own, "EvaluationConcluded", round, round.Id, $"{page.Evaluation.Year}年 {page.Evaluation.Name} 第 {round.Edition} 版", round.Remark);
        return [];
    });

    /// <summary>重评: another edition that begins with what the one before it said.</summary>
    public Task<IReadOnlyList<string>> ReopenAsync(EvaluationPage page, RoundForm form) => SaveAsync(async own =>
    {
        if (await NewestAsync(own, page.Evaluation.Id) is not { State: RoundState.Published } before) return ["结果还没有公布，直接修改复评即可。"];
        var round = Open(own, page.Evaluation, before.Edition + 1, form.Reason!.Trim());
        foreach (var old in await own.CountyReviews.AsNoTracking().Where(r => r.RoundId == before.Id).ToListAsync())
            own.CountyReviews.Add(new CountyReview { TenantId = old.TenantId, RoundId = round.Id, CountyId = old.CountyId, Items = old.Items, Marks = old.Marks, Reasons = old.Reasons, Points = old.Points, Whys = old.Whys, By = old.By, At = old.At });
        return [];
    });

    private static void Rank(IReadOnlyList<CountyResult> results)
    {
        foreach (var result in results.Where(result => result.Total is not null)) result.Rank = 1 + results.Count(other => other.Total > result.Total);
    }

    private static List<CountyResult> ResultsOf(EvaluationPage page, EvaluationRound round)
    {
        var results = page.Counties.Select(county => new CountyResult
        {
            TenantId = round.TenantId,
            RoundId = round.Id,
            CountyId = county.CountyId,
            CountyName = county.Name,
            Self = county.IsSent ? county.Sheet.Self?.Total : null,
            Total = county.Review is null ? null : county.Sheet.Review?.Total,
            Grade = county.Review is null ? null : county.Sheet.Review?.Grade.Name,
        }).ToList();
        Rank(results);
        results = [.. results.OrderBy(result => result.Rank ?? int.MaxValue).ThenBy(result => result.CountyName, StringComparer.Ordinal)];
        for (var i = 0; i < results.Count; i++) results[i].Sequence = i + 1;
        return results;
    }

    private void Fill(CountyReview review, CountyScore score, CountyReviewForm form)
    {
        var typed = form.Items.DistinctBy(item => item.Item).ToDictionary(item => item.Item);
        review.Items = score.Lines.Select(line => line.Criterion.Id).ToArray();
        review.Marks = review.Items.Select(item => typed.GetValueOrDefault(item)?.Marks).ToArray();
        review.Reasons = review.Items.Select(item => typed.GetValueOrDefault(item)?.Reason.OrNull()).ToArray();
        review.Points = form.Filled.Select(adjustment => adjustment.Points ?? 0).ToArray();
        review.Whys = form.Filled.Select(adjustment => adjustment.Why.OrNull() ?? "").ToArray();
        (review.By, review.At) = (access.Value.UserName, time.GetUtcNow());
    }

    private EvaluationRound Open(PortalDbContext own, Evaluation evaluation, int edition, string? reason)
    {
        var round = new EvaluationRound { TenantId = evaluation.TenantId, EvaluationId = evaluation.Id, Edition = edition, Reason = reason, OpenedBy = access.Value.UserName, OpenedAt = time.GetUtcNow() };
        own.EvaluationRounds.Add(round);
        desk.Note(own, "EvaluationRoundOpened", round, round.Id, $"{evaluation.Year}年 {evaluation.Name} 第 {edition} 版", reason);
        return round;
    }

    private static Task<EvaluationRound?> NewestAsync(PortalDbContext own, Guid evaluation) => own.EvaluationRounds.Where(r => r.EvaluationId == evaluation).OrderByDescending(r => r.Edition).FirstOrDefaultAsync();

    private async Task<IReadOnlyList<string>> SaveAsync(Func<PortalDbContext, Task<IReadOnlyList<string>>> act)
    {
        try
        {
            return await desk.WriteAsync(async own =>
            {
                var refusals = await act(own);
                if (refusals.Count == 0) await own.SaveChangesAsync();
                return refusals;
            });
        }
        catch (DbUpdateConcurrencyException)
        {
            return stale;
        }
        catch (DbUpdateException e) when (e.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.InsufficientPrivilege })
        {
            return stale;
        }
    }
}
