using static OldEstateRenewal.Domain.Supervision.FigureTerm;
using static OldEstateRenewal.Domain.Supervision.FindingSeverity;
using Figures = System.Collections.Generic.IReadOnlyDictionary<string, OldEstateRenewal.Domain.Supervision.FigurePair>;

namespace OldEstateRenewal.Domain.Supervision;

/// <summary>One rule of the checks: its key, and what it finds in the figures of a period and of the one before.</summary>
internal sealed record FigureRule(string Key, Func<Figures, Figures, IEnumerable<FigureFinding>> Find);

/// <summary>The table of rules behind <see cref="FigureChecks"/>.</summary>
internal static class FigureRules
{
    private static readonly string[] FromWorks = [.. Indicators.All.Where(indicator => indicator.Group is IndicatorGroup.Pipes or IndicatorGroup.Facilities or IndicatorGroup.Services).Select(indicator => indicator.Key)];

    public static IReadOnlyList<FigureRule> All { get; } =
    [
        new("known", (figures, _) => figures.Keys.Where(key => Indicators.Find(key) is null).Select(key => new FigureFinding(key, "known", Error, $"没有“{key}”这项指标。"))),
        new("valid", (figures, _) => figures.SelectMany(figure => Invalid(figure.Key, figure.Value))),
        AtMost(Actual(IndicatorKeys.StartedEstates), Planned(IndicatorKeys.Estates), NeedsReason),
        AtMost(Actual(IndicatorKeys.StartedHouseholds), Planned(IndicatorKeys.Households), NeedsReason),
        AtMost(Actual(IndicatorKeys.CompletedEstates), Actual(IndicatorKeys.StartedEstates), Error),
        AtMost(Actual(IndicatorKeys.CompletedHouseholds), Actual(IndicatorKeys.StartedHouseholds), Error),
        AtMost(Actual(IndicatorKeys.AcceptedEstates), Actual(IndicatorKeys.CompletedEstates), Error),
        AtMost(Actual(IndicatorKeys.Paid), Actual(IndicatorKeys.Received), NeedsReason),
        AtMost(Actual(IndicatorKeys.OverdueProblems), Actual(IndicatorKeys.OpenProblems), Error),
        AtMost(Actual(IndicatorKeys.ManagedEstates), Actual(IndicatorKeys.CompletedEstates), NeedsReason),
        AtMost(Actual(IndicatorKeys.ReportsOnTime), Actual(IndicatorKeys.ReportsDue), Error),
        EachHas(Planned(IndicatorKeys.Estates), Planned(IndicatorKeys.Households)),
        EachHas(Planned(IndicatorKeys.Estates), Planned(IndicatorKeys.Buildings)),
        EachHas(Actual(IndicatorKeys.Estates), Actual(IndicatorKeys.Households)),
        EachHas(Actual(IndicatorKeys.Estates), Actual(IndicatorKeys.Buildings)),
        EachHas(Actual(IndicatorKeys.StartedEstates), Actual(IndicatorKeys.StartedHouseholds)),
        EachHas(Actual(IndicatorKeys.CompletedEstates), Actual(IndicatorKeys.CompletedHouseholds)),
        AllTogether(Actual(IndicatorKeys.StartedEstates), Planned(IndicatorKeys.Estates), Actual(IndicatorKeys.StartedHouseholds), Planned(IndicatorKeys.Households)),
        AllTogether(Actual(IndicatorKeys.CompletedEstates), Actual(IndicatorKeys.StartedEstates), Actual(IndicatorKeys.CompletedHouseholds), Actual(IndicatorKeys.StartedHouseholds)),
        new("above-plan", (figures, _) => Indicators.All.Where(indicator => indicator.HasPlan).SelectMany(indicator => Above(Actual(indicator.Key), Planned(indicator.Key), "above-plan", NeedsReason, figures))),
        new("works-complete", (figures, _) => WorksComplete(figures)),
        new("before-start", (figures, _) => BeforeStart([IndicatorKeys.WorksProgress, .. FromWorks], Error, figures)),
        new("money-before-start", (figures, _) => BeforeStart([IndicatorKeys.Investment, IndicatorKeys.Paid], NeedsReason, figures)),
        new("fell", (figures, previous) => Indicators.All.Where(indicator => indicator.Kind == IndicatorKind.Cumulative).SelectMany(indicator => Fell(indicator, figures, previous))),
    ];

    /// <summary>One figure is not above another.</summary>
    private static FigureRule AtMost(FigureTerm less, FigureTerm more, FindingSeverity severity) =>
        new($"{less.Key}-{more.Key}", (figures, _) => Above(less, more, $"{less.Key}-{more.Key}", severity, figures));

    /// <summary>Each estate has at least one of them, and without an estate there is none.</summary>
    private static FigureRule EachHas(FigureTerm estates, FigureTerm parts)
    {
        var key = $"{estates.Key}-{parts.Key}-{(estates.Side == FigureSide.Planned ? "planned" : "actual")}";
        return new(key, (figures, _) => (estates.In(figures), parts.In(figures)) switch
        {
            (0, { } some and > 0) => [new(parts.Key, key, Error, $"{estates.Name}为 0，{parts.InWords(some)}也应为 0。")],
            ({ } count, { } some) when some < count => [new(parts.Key, key, Error, $"{parts.InWords(some)}少于{estates.InWords(count)}。")],
            _ => [],
        });
    }

    /// <summary>All estates are there exactly when all their households are.</summary>
    private static FigureRule AllTogether(FigureTerm estates, FigureTerm ofEstates, FigureTerm households, FigureTerm ofHouseholds)
    {
        var key = $"{estates.Key}-{ofEstates.Key}-together";
        return new(key, (figures, _) =>
        {
            if (estates.In(figures) is not { } some || ofEstates.In(figures) is not { } all || households.In(figures) is not { } dwellings || ofHouseholds.In(figures) is not { } allDwellings) return [];
            if (some > all || dwellings > allDwellings || some == all == (dwellings == allDwellings)) return [];
            return [new(households.Key, key, NeedsReason, some == all
                ? $"{estates.InWords(some)}等于{ofEstates.Name}，{households.InWords(dwellings)}却少于{ofHouseholds.InWords(allDwellings)}，请说明。"
                : $"{estates.InWords(some)}少于{ofEstates.InWords(all)}，{households.InWords(dwellings)}却等于{ofHouseholds.Name}，请说明。")];
        });
    }

    private static IEnumerable<FigureFinding> Above(FigureTerm less, FigureTerm more, string rule, FindingSeverity severity, Figures figures) =>
        less.In(figures) is { } small && more.In(figures) is { } great && small > great
            ? [new(less.Key, rule, severity, $"{less.InWords(small)}大于{more.InWords(great)}{Ask(severity)}")]
            : [];

    private static IEnumerable<FigureFinding> Invalid(string key, FigurePair pair)
    {
        if (Indicators.Find(key) is not { } indicator) yield break;
        if (pair.Planned is { } planned && indicator.Refuse(planned) is { } plan) yield return new(key, "valid", Error, "计划" + plan);
        if (pair.Actual is { } actual && indicator.Refuse(actual) is { } text) yield return new(key, "valid", Error, text);
    }

    /// <summary>The works are at 100% exactly when every planned estate is completed.</summary>
    private static IEnumerable<FigureFinding> WorksComplete(Figures figures)
    {
        var (works, completed, estates) = (Actual(IndicatorKeys.WorksProgress), Actual(IndicatorKeys.CompletedEstates), Planned(IndicatorKeys.Estates));
        if (works.In(figures) is not { } progress || completed.In(figures) is not { } done || estates.In(figures) is not ({ } all and > 0)) yield break;
        if (progress == 100 && done < all) yield return new(works.Key, "works-complete", Error, $"工程形象进度为 100%，{completed.InWords(done)}却少于{estates.InWords(all)}。");
        if (progress < 100 && done >= all) yield return new(works.Key, "works-complete", Error, $"计划小区已全部完工（{done:0} 个），工程形象进度应为 100%，现为{Indicators.Get(works.Key).InWords(progress)}。");
    }

    private static IEnumerable<FigureFinding> BeforeStart(IEnumerable<string> keys, FindingSeverity severity, Figures figures) =>
        Actual(IndicatorKeys.StartedEstates).In(figures) != 0
            ? []
            : from term in keys.Select(Actual)
              let value = term.In(figures)
              where value > 0
              select new FigureFinding(term.Key, severity == Error ? "before-start" : "money-before-start", severity, $"尚无小区开工，已有{term.InWords(value.Value)}{Ask(severity)}");

    private static IEnumerable<FigureFinding> Fell(Indicator indicator, Figures figures, Figures previous) =>
        Actual(indicator.Key).In(figures) is { } now && Actual(indicator.Key).In(previous) is { } before && now < before
            ? [new(indicator.Key, "fell", NeedsReason, $"{indicator.Name}为累计数，由上期 {indicator.InWords(before)}降为 {indicator.InWords(now)}，请说明。")]
            : [];

    private static string Ask(FindingSeverity severity) => severity == Error ? "。" : "，请说明。";
}
