using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Domain.Policies;
using OldEstateRenewal.Domain.Supervision;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Policies;

namespace OldEstateRenewal.Web.Features.Supervision;

/// <summary>One thing that documents rule on, county by county; null where a county's documents say nothing.</summary>
public sealed record ComparedRule(string Name, IReadOnlyList<PolicyAnswer<PolicyItem>?> Answers)
{
    public bool IsSame => Answers.Select(answer => answer?.Item.InWords).Distinct().Count() == 1;
}

/// <summary>A figure set against another: yuan a household, square metres a household.</summary>
public sealed record UnitFigure(string Name, string Unit, FigureTerm Done, FigureTerm By)
{
    public static readonly IReadOnlyList<UnitFigure> All =
    [
        new("计划投资", "元/户", FigureTerm.Planned(IndicatorKeys.Investment), FigureTerm.Planned(IndicatorKeys.Households)),
        new("计划投资", "元/㎡", FigureTerm.Planned(IndicatorKeys.Investment), FigureTerm.Planned(IndicatorKeys.Area)),
        new("户均面积", "㎡/户", FigureTerm.Planned(IndicatorKeys.Area), FigureTerm.Planned(IndicatorKeys.Households)),
        new("小区规模", "户/个", FigureTerm.Planned(IndicatorKeys.Households), FigureTerm.Planned(IndicatorKeys.Estates)),
    ];

    public string Text(IReadOnlyDictionary<string, FigurePair> figures) => Done.In(figures) is { } done && By.In(figures) is { } by && by != 0 ? Math.Round(done / by, 2, MidpointRounding.AwayFromZero).ToString("0.00", System.Globalization.CultureInfo.InvariantCulture) : "—";
}

/// <summary>县级对比: what the documents of some counties rule, and what came of it, side by side.</summary>
/// <param name="Year">The plan year of the results; null where nobody has reported.</param>
/// <param name="All">Every county of the city, to choose from.</param>
/// <param name="Rules">What the documents rule in the section.</param>
public sealed record CityComparison(int? Year, IReadOnlyList<CountyName> All, IReadOnlyList<CountyFigures> Shown, PolicySection Section, bool OnlyDifferent, IReadOnlyList<ComparedRule> Rules)
{
    public IReadOnlyList<ComparedRule> ShownRules => OnlyDifferent ? Rules.Where(rule => !rule.IsSame).ToList() : Rules;
}

/// <summary>Reads the comparison of a city's counties.</summary>
public sealed class CityComparisonReader(PortalDbContext db, CountyBook counties, PolicyShelf policies)
{
    /// <summary>More columns than these nobody compares on a screen.</summary>
    public const int MostCounties = 5;

    /// <summary>What can be compared in words; surveys, forms and printed tables cannot.</summary>
    public static readonly IReadOnlyList<PolicySection> Sections =
    [
        PolicySections.Eligibility, PolicySections.Consent, PolicySections.Costs, PolicySections.Funding, PolicySections.FundingLimits, PolicySections.Milestones, PolicySections.Process, PolicySections.Notices, PolicySections.Approvals, PolicySections.Works,
        PolicySections.WorksRules, PolicySections.Choice, PolicySections.Supervision, PolicySections.Duties,
    ];

    public async Task<CityComparison> ReadAsync(IReadOnlyCollection<string> keys, string? section, bool onlyDifferent)
    {
        var all = await counties.CountiesAsync();
        var year = (await counties.YearsAsync()).Cast<int?>().FirstOrDefault();
        var chosen = all.Where(county => keys.Contains(county.Key)).Take(MostCounties).ToList();
        if (chosen.Count == 0) chosen = all.Take(MostCounties).ToList();
        var figures = (await counties.ReadAsync(year ?? 0, policies.Today)).ToDictionary(county => county.Id);
        var of = Sections.FirstOrDefault(each => each.Name == section) ?? PolicySections.Eligibility;
        var ids = chosen.Select(county => county.Id).ToList();
        var views = await policies.OthersTodayAsync(await db.Tenants.AsNoTracking().Where(tenant => ids.Contains(tenant.Id)).ToListAsync());
        return new CityComparison(year, all, chosen.Select(county => figures[county.Id]).ToList(), of, onlyDifferent, Rules(of, chosen.Select(county => views[county.Id]).ToList()));
    }

    private static List<ComparedRule> Rules(PolicySection section, IReadOnlyList<PolicyView> views)
    {
        var answers = views.Select(view => view.All(section).ToDictionary(answer => answer.Item.Key)).ToList();
        return answers.SelectMany(of => of.Values).DistinctBy(answer => answer.Item.Key).Select(answer => new ComparedRule(answer.Item.Name, answers.Select(of => of.GetValueOrDefault(answer.Item.Key)).ToList())).ToList();
    }
}
