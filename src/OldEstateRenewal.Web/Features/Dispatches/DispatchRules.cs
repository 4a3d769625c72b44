using OldEstateRenewal.Domain.Supervision;
using OldEstateRenewal.Web.Features.Shared;

namespace OldEstateRenewal.Web.Features.Dispatches;

/// <summary>Why something cannot be done in a week now; an empty list means that it can.</summary>
public static class DispatchRules
{
    private const int MostNamed = 10;

    public static IReadOnlyList<string> WhyNotSend(DispatchWeek week, bool isLocked, DateOnly today) =>
    [
        .. week.From > today ? ["这一周还没有开始。"] : Array.Empty<string>(),
        .. isLocked ? [$"{week.Name}已审定锁定；确需更正的，请领导写明理由重开。"] : Array.Empty<string>(),
    ];

    /// <summary>What stands against the figures themselves: the checks, and a reason for each that asks for one.</summary>
    public static IReadOnlyList<FigureFinding> WhyNotFigures(IReadOnlyDictionary<string, FigurePair> figures, WeeklySheet? before, IReadOnlyDictionary<string, string> reasons) =>
        FigureChecks.Refuse(FigureChecks.Of(figures, before?.Figures), reasons);

    public static IReadOnlyList<string> WhyNotApprove(WeekPage page, DateOnly today)
    {
        if (page.IsLocked) return [$"{page.Week.Name}已于 {page.Last!.At.ToChinaText()} 由{page.Last.By}审定。"];
        var returned = page.Lines.Where(line => line.OpenReturns > 0).Select(line => line.Project.Name).ToList();
        return
        [
            .. today < page.Week.To ? [$"本周到 {page.Week.To:M月d日} 才结束。"] : Array.Empty<string>(),
            .. page.Lines.Count == 0 ? ["没有改造项目，无须审定。"] : Array.Empty<string>(),
            .. returned.Count > 0 ? [$"退回后尚未更正或答复：{Named(returned)}。"] : Array.Empty<string>(),
        ];
    }

    public static IReadOnlyList<string> WhyNotReopen(WeekPage page) => page.IsLocked ? [] : ["本周没有审定，无须重开。"];

    public static IReadOnlyList<string> WhyNotReply(ReturnLine line) => line switch
    {
        { Reply: not null } => ["已经答复。"],
        { IsCorrected: true } => ["已报送更正，无须答复。"],
        _ => [],
    };

    public static string Named(IReadOnlyCollection<string> names) => string.Join("、", names.Take(MostNamed)) + (names.Count > MostNamed ? $" 等 {names.Count} 个" : "");
}
