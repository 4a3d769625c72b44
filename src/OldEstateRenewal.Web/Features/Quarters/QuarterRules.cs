using OldEstateRenewal.Domain.Supervision;

namespace OldEstateRenewal.Web.Features.Quarters;

/// <summary>Why a quarterly form cannot be sent now; an empty list means that it can.</summary>
public static class QuarterRules
{
    public static IReadOnlyList<string> WhyNotSend(QuarterPage page, DateOnly today) =>
    [
        .. today <= page.Quarter.Last ? [$"{page.Quarter.Name}到 {page.Quarter.Last:M月d日} 才结束。"] : Array.Empty<string>(),
        .. page.Source is null ? [$"{page.Quarter.Name}内没有已审定的调度周，季报数字取自审定数，请先审定。"] : Array.Empty<string>(),
        .. page.Errors.Count > 0 ? ["数字之间有矛盾，季报不能手工改数：请重开所取的调度周，更正周调度表后再审定。"] : Array.Empty<string>(),
        .. page.Newest is not null && !page.HasNews ? ["已报送，所取的调度周没有变化，无须更正。"] : Array.Empty<string>(),
    ];

    /// <summary>What stands against the reasons given.</summary>
    public static IReadOnlyList<FigureFinding> WhyNotReasons(QuarterPage page, IReadOnlyDictionary<string, string> reasons) => FigureChecks.Refuse(page.Lines.SelectMany(line => line.Findings).ToList(), reasons);
}
