using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Domain.Supervision;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Dispatches;

namespace OldEstateRenewal.Web.Features.Evaluations;

/// <summary>系统数: what the newest approved week says of a rate, so that nobody scores blindly.</summary>
public sealed class EvaluationFigures(PortalDbContext db)
{
    /// <summary>Each rate in words with its day, by its key; of the county that asks.</summary>
    public async Task<IReadOnlyDictionary<string, string>> OwnAsync(int planYear)
    {
        var steps = await db.WeekSteps.AsNoTracking().Select(s => new { s.Id, s.Week, s.Kind, s.At }).ToListAsync();
        var approved = steps.GroupBy(step => step.Week).Select(week => week.MaxBy(step => (step.At, step.Id))!).Where(step => step.Kind == WeekStepKind.Approved).Select(step => step.Id).ToList();
        var total = await db.WeekTotals.AsNoTracking().Where(t => t.PlanYear == planYear && approved.Contains(t.StepId)).OrderByDescending(t => t.Week).FirstOrDefaultAsync();
        return total is null ? new Dictionary<string, string>() : Of(FigureArrays.Pairs(total.Keys, total.Planned, total.Actual), total.Week);
    }

    public static IReadOnlyDictionary<string, string> Of(IReadOnlyDictionary<string, FigurePair> figures, DateOnly? week) =>
        week is not { } of ? new Dictionary<string, string>() : Rates.Of(figures).Where(rate => rate.Value is not null).ToDictionary(rate => rate.Definition.Key, rate => $"{rate.Definition.Name} {rate.InWords}，截至 {of.AddDays(6):yyyy-MM-dd}");
}
