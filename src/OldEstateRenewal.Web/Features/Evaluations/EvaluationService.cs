using Microsoft.EntityFrameworkCore;
using Npgsql;
using OldEstateRenewal.Domain.Supervision;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Features.Supervision;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Evaluations;

/// <summary>Draws up and publishes the sheets of a city. Every act gives back why it was refused; an empty list means that it is saved.</summary>
public sealed class EvaluationService(CityDesk desk, CurrentAccess access, TimeProvider time)
{
    private static readonly IReadOnlyList<string> stale = ["他人刚刚改动了这份评价表，这次没有保存，请核对后再试。"];
    private static readonly IReadOnlyList<string> taken = ["这一年度已有同名的评价表。"];

    /// <summary>A draft with the items that the product proposes.</summary>
    public async Task<(Guid Id, IReadOnlyList<string> Refusals)> StartAsync(EvaluationStartForm form)
    {
        var evaluation = new Evaluation
        {
            TenantId = access.Value.Tenant.Id,
            Year = form.Year!.Value,
            Name = form.Name!.Trim(),
            Grades = GradeBands.Jiangxi2022,
            BonusLimit = 5,
            Basis = EvaluationStarter.Basis,
            MadeBy = access.Value.UserName,
            MadeAt = time.GetUtcNow(),
        };
        evaluation.Criteria.AddRange(EvaluationStarter.Make(evaluation.TenantId, evaluation.Id));
        return (evaluation.Id, await SaveAsync(async own =>
        {
            own.Evaluations.Add(evaluation);
            desk.Note(own, "EvaluationDrafted", evaluation, evaluation.Id, $"{evaluation.Year}年 {evaluation.Name}");
            await own.SaveChangesAsync();
            return [];
        }));
    }

    public Task<IReadOnlyList<string>> EditAsync(Guid id, EvaluationForm form) => ChangeAsync(id, form.Version, async (own, evaluation) =>
    {
        await own.EvaluationCriteria.Where(c => c.EvaluationId == id).ExecuteDeleteAsync();
        (evaluation.Name, evaluation.FullMarks, evaluation.Grades, evaluation.BonusLimit, evaluation.Basis) = (form.Name!.Trim(), form.FullMarks!.Value, GradeBands.Parse(form.Grades!).ToString(), form.BonusLimit ?? 0, form.Basis.OrNull());
        own.EvaluationCriteria.AddRange(form.Filled.Select((item, at) => CriterionOf(evaluation, item, at + 1)));
        // Items alone changed the sheet too.
        own.Entry(evaluation).Property(e => e.Name).IsModified = true;
        desk.Note(own, "EvaluationEdited", evaluation, id, $"{evaluation.Year}年 {evaluation.Name}");
        return [];
    });

    public Task<IReadOnlyList<string>> PublishAsync(Evaluation shown, EvaluationStepForm form) => shown.Refuse() is { Count: > 0 } refusals ? Task.FromResult(refusals) : ChangeAsync(shown.Id, form.Version, (own, evaluation) =>
    {
        (evaluation.State, evaluation.PublishedBy, evaluation.PublishedAt) = (EvaluationState.Published, access.Value.UserName, time.GetUtcNow());
        desk.Note(own, "EvaluationPublished", evaluation, evaluation.Id, $"{evaluation.Year}年 {evaluation.Name}");
        return Task.FromResult<IReadOnlyList<string>>([]);
    });

    private static EvaluationCriterion CriterionOf(Evaluation evaluation, CriterionForm item, int sequence) => new()
    {
        TenantId = evaluation.TenantId,
        EvaluationId = evaluation.Id,
        Sequence = sequence,
        Group = item.Group!.Trim(),
        Name = item.Name!.Trim(),
        Marks = item.Marks!.Value,
        NeedsEvidence = item.NeedsEvidence,
        RateKey = item.RateKey.OrNull(),
    };

    private Task<IReadOnlyList<string>> ChangeAsync(Guid id, long version, Func<PortalDbContext, Evaluation, Task<IReadOnlyList<string>>> change) => SaveAsync(async own =>
    {
        var evaluation = await own.Evaluations.SingleAsync(e => e.Id == id);
        if (EvaluationRules.WhyNotEdit(evaluation) is { Count: > 0 } refusals) return refusals;
        if (evaluation.Version != version) return stale;
        var refused = await change(own, evaluation);
        if (refused.Count == 0) await own.SaveChangesAsync();
        return refused;
    });

    private async Task<IReadOnlyList<string>> SaveAsync(Func<PortalDbContext, Task<IReadOnlyList<string>>> act)
    {
        try
        {
            return await desk.WriteAsync(act);
        }
        catch (DbUpdateConcurrencyException)
        {
            return stale;
        }
        catch (DbUpdateException e) when (e.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            return taken;
        }
    }
}
