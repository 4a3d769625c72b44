using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Domain.Supervision;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Dispatches;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Features.Supervision;

namespace OldEstateRenewal.Web.Features.Quarters;

/// <summary>Reads the quarterly forms of a county, and a city's sum of them.</summary>
public sealed class QuarterReader(PortalDbContext db, RecordedFigures records, CountyBook counties, TimeProvider time)
{
    private const int ListedQuarters = 8;
    private static readonly string[] unfiltered = [PortalDbContext.TenantFilter];

    public DateOnly Today => ChinaTime.Today(time);

    /// <summary>The last quarters, each with the plan years of which there are figures.</summary>
    public async Task<IReadOnlyList<QuarterRow>> IndexAsync()
    {
        var quarters = Quarters();
        var first = quarters[^1].First;
        var weeks = await db.WeekTotals.Counting().Where(total => total.Week >= first.AddDays(-6)).Select(total => new { total.PlanYear, total.Week }).ToListAsync();
        var sent = (await db.QuarterlyReturns.AsNoTracking().Where(form => form.From >= first).ToListAsync()).ToLookup(form => (form.From, form.PlanYear));
        var figures = weeks.Select(total => (Quarter.Of(total.Week.AddDays(6)).First, total.PlanYear)).ToHashSet();
        return quarters.SelectMany(quarter => figures.Concat(sent.Select(of => of.Key)).Where(each => each.Item1 == quarter.First).Select(each => each.PlanYear).Distinct().OrderDescending()
            .Select(year => new QuarterRow(quarter, year, sent[(quarter.First, year)].MaxBy(form => form.Edition), figures.Contains((quarter.First, year))))).ToList();
    }

    /// <param name="typed">What was typed into a form that was not accepted.</param>
    public async Task<QuarterPage> PageAsync(Quarter quarter, int planYear, QuarterForm? typed = null)
    {
        var editions = await db.QuarterlyReturns.AsNoTracking().Where(form => form.PlanYear == planYear && form.From == quarter.First).OrderBy(form => form.Edition).ToListAsync();
        var source = await db.WeekTotals.Counting().Where(total => total.PlanYear == planYear && total.Week >= quarter.First.AddDays(-6) && total.Week <= quarter.Last.AddDays(-6)).OrderByDescending(total => total.Week).FirstOrDefaultAsync();
        var before = await db.QuarterlyReturns.AsNoTracking().Where(form => form.PlanYear == planYear && form.From == quarter.Previous.First).OrderByDescending(form => form.Edition).FirstOrDefaultAsync();
        var account = (await records.PlanAccountsAsync([planYear]))[planYear];
        var figures = source?.Figures ?? editions.LastOrDefault()?.Figures ?? new Dictionary<string, FigurePair>();
        var newest = editions.LastOrDefault();
        var lines = Lines(figures, before?.Figures, Frozen(account), key => newest?.ReasonOf(key));
        var form = typed ?? FormOf(editions.Count, newest, source, lines);
        var page = new QuarterPage(quarter, planYear, source, editions, lines, account.Province is not null, form);
        return page with { Against = QuarterRules.WhyNotSend(page, Today) };
    }

    public async Task<IReadOnlyList<(Quarter Quarter, int PlanYear)>> CityIndexAsync()
    {
        var years = await counties.YearsAsync();
        return Quarters().SelectMany(quarter => years.Select(year => (quarter, year))).ToList();
    }

    public async Task<CityQuarterPage> CityAsync(Quarter quarter, int planYear)
    {
        var all = await counties.CountiesAsync();
        var ids = all.Select(county => county.Id).ToArray();
        var (from, previous) = (quarter.First, quarter.Previous.First);
        var forms = (await db.QuarterlyReturns.IgnoreQueryFilters(unfiltered).AsNoTracking().Where(form => ids.Contains(form.TenantId) && form.PlanYear == planYear && (form.From == from || form.From == previous)).ToListAsync())
            .GroupBy(form => (form.TenantId, form.From)).ToDictionary(each => each.Key, each => each.MaxBy(form => form.Edition)!);
        var rows = all.Select(county => new CityQuarterRow(county.Id, county.Key, county.Name, forms.GetValueOrDefault((county.Id, from)))).ToList();
        var sent = rows.Where(row => row.Return is not null).ToList();
        var before = all.Where(county => forms.ContainsKey((county.Id, previous))).ToDictionary(county => county.Name, county => forms[(county.Id, previous)].Figures);
        var form = new QuarterlyForm(sent.Select(row => new FormRow(row.Name, row.Return!.Figures, new Dictionary<string, decimal>())).ToList(), null);
        return new CityQuarterPage(quarter, planYear, rows, form.Sums, form.Findings(before));
    }

    private List<Quarter> Quarters()
    {
        var quarters = new List<Quarter> { Quarter.Of(Today) };
        while (quarters.Count < ListedQuarters) quarters.Add(quarters[^1].Previous);
        return quarters;
    }

    private static List<QuarterLine> Lines(IReadOnlyDictionary<string, FigurePair> figures, IReadOnlyDictionary<string, FigurePair>? before, IReadOnlyDictionary<string, decimal> frozen, Func<string, string?> reason)
    {
        if (figures.Count == 0) return [];
        var previous = before is null ? null : new Dictionary<string, IReadOnlyDictionary<string, FigurePair>> { [""] = before };
        var findings = new QuarterlyForm([new FormRow("", figures, frozen)], null).Findings(previous).Select(found => found.Finding).ToLookup(finding => finding.Key);
        return Indicators.All.Where(indicator => indicator.Adds && figures.ContainsKey(indicator.Key)).Select(indicator => new QuarterLine(indicator, figures[indicator.Key], before?.GetValueOrDefault(indicator.Key).Actual, reason(indicator.Key), findings[indicator.Key].ToList())).ToList();
    }

    private static Dictionary<string, decimal> Frozen(PlanAccount account) => account.Province is null ? []
        : account.Scale().Where(each => each.Pair.Planned is not null).ToDictionary(each => each.Key, each => each.Pair.Planned!.Value);

    private static QuarterForm FormOf(int edition, QuarterlyReturn? newest, WeekTotal? source, IReadOnlyList<QuarterLine> lines) => new()
    {
        Edition = edition,
        StepId = source?.StepId ?? Guid.Empty,
        Reasons = lines.Where(line => line.AsksReason).Select(line => new QuarterReasonForm { Key = line.Indicator.Key, Text = line.Reason }).ToList(),
        Head = newest?.Head,
        Statistician = newest?.Statistician,
    };
}
