using OldEstateRenewal.Domain.Supervision;
using OldEstateRenewal.Web.Features.Dispatches;

namespace OldEstateRenewal.Web.Features.Supervision;

/// <summary>One county in the city's view.</summary>
/// <param name="Trend">The start rate of the last weeks in tenths of a percent, oldest first; null where no week was approved.</param>
public sealed record CountyLine(CountyFigures County, RankingRow Place, TrafficLight Light, IReadOnlyList<decimal?> Trend)
{
    public Rate Rate(string key) => Rates.Find(key)!.Of(County.Figures);

    public decimal? Actual(string key) => County.Figures.GetValueOrDefault(key).Actual;

    public decimal? Planned(string key) => County.Figures.GetValueOrDefault(key).Planned;
}

/// <summary>全市调度.</summary>
/// <param name="Lines">The counties of this page, by their places; of all pages where none was asked for.</param>
/// <param name="Counties">How many counties there are in all.</param>
/// <param name="Reported">How many of them have an approved week.</param>
public sealed record CityPage(int? Year, IReadOnlyList<int> Years, IReadOnlyList<CountyLine> Lines, int Counties, int Reported, int Page, FigureTotals Totals, RankingRule Rule, DateOnly Today)
{
    public int Pages => Math.Max(1, (Counties + SupervisionBoard.PageSize - 1) / SupervisionBoard.PageSize);
}

/// <summary>A project's sheet as the city sees it.</summary>
public sealed record CitySheet(WeeklySheet Sheet, string Project, string Street, int Editions, IReadOnlyList<ReturnLine> Returns);

/// <summary>One county in one week.</summary>
public sealed record CountyPage(string Key, string Name, Guid Id, DispatchWeek Week, bool IsApproved, IReadOnlyList<(DateOnly Week, bool IsApproved)> Weeks, IReadOnlyList<CitySheet> Sheets, IReadOnlyList<WeekTotal> Totals);
