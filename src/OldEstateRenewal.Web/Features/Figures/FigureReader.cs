using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Domain.Supervision;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Dispatches;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Features.Supervision;

namespace OldEstateRenewal.Web.Features.Figures;

/// <summary>Takes a figure apart. It works nothing out anew: the parts are the lines of the week, the sum is that of its page, or of its approval.</summary>
public sealed class FigureReader(PortalDbContext db, WeekReader weeks, CountyBook counties)
{
    public async Task<FigurePage?> PageAsync(DispatchWeek week, int planYear, string key)
    {
        if (Indicators.Find(key) is not { Adds: true } indicator) return null;
        var page = await weeks.PageAsync(week);
        var approved = page.IsLocked ? await db.WeekTotals.AsNoTracking().SingleOrDefaultAsync(total => total.StepId == page.Last!.Id && total.PlanYear == planYear) : null;
        if ((approved?.Figures ?? page.Sums.FirstOrDefault(sum => sum.PlanYear == planYear)?.Figures) is not { } figures || !figures.TryGetValue(key, out var sum)) return null;
        var lines = page.Lines.Where(line => line.Project.PlanYear == planYear).ToList();
        var estates = await EstatesAsync(lines);
        return new FigurePage(indicator, week, planYear, sum, page.IsLocked, lines.Select(line => PartOf(week, line, key, estates)).ToList());
    }

    public async Task<CityFigurePage?> CityAsync(int planYear, string key)
    {
        if (Indicators.Find(key) is not { Adds: true } indicator) return null;
        var all = await counties.ReadAsync(planYear, weeks.Today);
        return new CityFigurePage(indicator, planYear, all, FigureTotals.Of(all.Where(county => county.HasReported).Select(county => (county.Name, county.Figures)).ToList()).Figures.GetValueOrDefault(key));
    }

    private static FigurePart PartOf(DispatchWeek week, WeekLine line, string key, Dictionary<Guid, FigureEstate> estates)
    {
        var (counted, recorded) = (line.Sheet ?? line.Before, line.Recorded.Figures.GetValueOrDefault(key).Actual);
        var at = counted is null ? -1 : Array.IndexOf(counted.Keys, key);
        return new FigurePart(line.Project.Id, line.Project.Name, line.Street, line.Project.Estates.Select(estate => estates.GetValueOrDefault(estate.EstateId)).OfType<FigureEstate>().OrderBy(estate => estate.Name, StringComparer.Ordinal).ToList(),
            Counted(week, line, key), at >= 0 ? counted!.Recorded[at] : recorded, OriginOf(line), counted?.ReasonOf(key));
    }

    /// <summary>How punctual a project was is no figure of its sheet.</summary>
    private static FigurePair Counted(DispatchWeek week, WeekLine line, string key) =>
        WeekLine.Punctuality(week, [line]).Figures.TryGetValue(key, out var punctual) ? punctual : line.Counted.GetValueOrDefault(key);

    private static string OriginOf(WeekLine line) => line switch
    {
        { Sheet: { } sheet } => $"本周第 {sheet.Edition} 次报送，{sheet.By} {sheet.At.ToChinaText()}",
        { Before: { } before } => $"本周未报，沿用 {before.Week:M月d日} 起一周的报数",
        _ => "从未报送，取台账数",
    };

    private async Task<Dictionary<Guid, FigureEstate>> EstatesAsync(IReadOnlyList<WeekLine> lines)
    {
        var ids = lines.SelectMany(line => line.Project.Estates).Select(estate => estate.EstateId).ToList();
        return await db.Estates.AsNoTracking().Where(estate => ids.Contains(estate.Id)).Select(estate => new FigureEstate(estate.Id, estate.Name)).ToDictionaryAsync(estate => estate.Id);
    }
}
