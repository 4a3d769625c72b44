using OldEstateRenewal.Domain.Supervision;
using OldEstateRenewal.Web.Features.Dispatches;

namespace OldEstateRenewal.Web.Features.Figures;

/// <summary>An estate that stands behind a figure.</summary>
public sealed record FigureEstate(Guid Id, string Name);

/// <summary>What one project adds to a figure.</summary>
/// <param name="Origin">From which sheet, or from the records.</param>
/// <param name="Recorded">What the records say today or said when the sheet was sent.</param>
public sealed record FigurePart(Guid ProjectId, string Project, string Street, IReadOnlyList<FigureEstate> Estates, FigurePair Pair, decimal? Recorded, string Origin, string? Reason);

/// <summary>指标构成: one figure of one week, taken apart into projects, estates and records.</summary>
/// <param name="Sum">What the week's total says.</param>
public sealed record FigurePage(Indicator Indicator, DispatchWeek Week, int PlanYear, FigurePair Sum, bool IsApproved, IReadOnlyList<FigurePart> Parts)
{
    /// <summary>What is in the sum and in no project: a plan's estates without a project, or what changed since the approval.</summary>
    public FigurePair Rest => new(Less(Sum.Planned, part => part.Pair.Planned), Less(Sum.Actual, part => part.Pair.Actual));

    public bool HasRest => Rest.Planned is not (null or 0) || Rest.Actual is not (null or 0);

    private decimal? Less(decimal? sum, Func<FigurePart, decimal?> of) => sum is null ? null : sum - (FigureArrays.Sum(Parts.Select(of)) ?? 0);
}

/// <summary>One figure over the counties of a city.</summary>
public sealed record CityFigurePage(Indicator Indicator, int PlanYear, IReadOnlyList<Supervision.CountyFigures> Counties, FigurePair Sum);

/// <summary>All figures of a sum, for a page.</summary>
/// <param name="Parts">The address below which each figure is taken apart; null where it is not.</param>
public sealed record FigureList(IReadOnlyDictionary<string, FigurePair> Figures, string? Parts = null);

/// <summary>Where the records behind an indicator are kept, below a project's address.</summary>
public static class FigureRecords
{
    public static (string Name, string Path) Of(Indicator indicator) => (indicator.Group, indicator.Key) switch
    {
        (_, IndicatorKeys.Received) => ("资金台账", "/funding"),
        (_, IndicatorKeys.Investment or IndicatorKeys.Paid) => ("合同与付款", "/contracts"),
        (_, IndicatorKeys.OpenProblems or IndicatorKeys.OverdueProblems) => ("问题清单", "/site/problems"),
        (IndicatorGroup.Pipes or IndicatorGroup.Facilities or IndicatorGroup.Services, _) => ("工程量清单", "/site/items"),
        _ => ("项目环节", ""),
    };
}
