namespace OldEstateRenewal.Domain.Supervision;

/// <summary>A row of a statistics form (报表行).</summary>
/// <param name="Name">The body.</param>
/// <param name="Figures">Planned and actual figures as typed.</param>
/// <param name="Frozen">The planned figures of the plan locked by the province (省级锁定计划); empty where there is none.</param>
public sealed record FormRow(string Name, IReadOnlyDictionary<string, FigurePair> Figures, IReadOnlyDictionary<string, decimal> Frozen);

/// <summary>A finding and the row it belongs to.</summary>
public sealed record FormFinding(string Row, FigureFinding Finding);

/// <summary>
/// The checks of the quarterly form (季报): each row by <see cref="FigureChecks"/>, each planned figure against the locked plan, which is never changed by a
/// report, and the total row against the sum of the rows.
/// </summary>
/// <param name="Rows">The rows of the bodies.</param>
/// <param name="Total">The total row as typed or imported (合计), or null.</param>
public sealed record QuarterlyForm(IReadOnlyList<FormRow> Rows, IReadOnlyDictionary<string, FigurePair>? Total)
{
    /// <summary>The name of the total row.</summary>
    public const string TotalName = "合计";

    /// <summary>The sums of the rows.</summary>
    public FigureTotals Sums => FigureTotals.Of(Rows.Select(row => (row.Name, row.Figures)).ToList());

    /// <summary>Everything found, row by row, the total last.</summary>
    /// <param name="previous">The figures of the quarter before by name of row, or null.</param>
    public IReadOnlyList<FormFinding> Findings(IReadOnlyDictionary<string, IReadOnlyDictionary<string, FigurePair>>? previous = null) =>
    [
        .. Rows.GroupBy(row => row.Name).Where(same => same.Count() > 1).Select(same => new FormFinding(same.Key, new(IndicatorKeys.Estates, "row-twice", FindingSeverity.Error, $"“{same.Key}”重复。"))),
        .. Rows.SelectMany(row => FigureChecks.Of(row.Figures, previous?.GetValueOrDefault(row.Name)).Concat(Unlike(row)).Select(finding => new FormFinding(row.Name, finding))),
        .. Total is null ? [] : Crossed(Total).Select(finding => new FormFinding(TotalName, finding)),
    ];

    private static IEnumerable<FigureFinding> Unlike(FormRow row) =>
        from frozen in row.Frozen
        let term = FigureTerm.Planned(frozen.Key)
        let typed = term.In(row.Figures)
        where typed != frozen.Value
        select new FigureFinding(frozen.Key, "frozen", FindingSeverity.Error, typed is { } figure
            ? $"{term.InWords(figure)}与省级锁定计划（{Indicators.Get(frozen.Key).InWords(frozen.Value)}）不一致。"
            : $"{term.Name}未填，省级锁定计划为 {Indicators.Get(frozen.Key).InWords(frozen.Value)}。");

    private IEnumerable<FigureFinding> Crossed(IReadOnlyDictionary<string, FigurePair> total)
    {
        var sums = Sums;
        return from indicator in Indicators.All
               where indicator.Adds
               from term in new[] { FigureTerm.Planned(indicator.Key), FigureTerm.Actual(indicator.Key) }
               let sum = term.In(sums.Figures)
               let typed = term.In(total)
               where typed != sum
               select new FigureFinding(indicator.Key, "cross-sum", FindingSeverity.Error, Crossed(indicator, term, typed, sum) + NotReported(sums.Missing.GetValueOrDefault(term)));
    }

    private static string NotReported(IReadOnlyList<string>? rows) => rows is null ? "" : $"其中{string.Join("、", rows)}未报。";

    private static string Crossed(Indicator indicator, FigureTerm term, decimal? typed, decimal? sum) => (typed, sum) switch
    {
        ({ } one, { } other) => $"合计{term.InWords(one)}与各行之和（{indicator.InWords(other)}）不一致，{(one > other ? "多" : "少")} {indicator.InWords(Math.Abs(one - other))}。",
        (null, { } other) => $"合计{term.Name}未填，各行之和为 {indicator.InWords(other)}。",
        _ => $"合计{term.InWords(typed!.Value)}，各行均未填。",
    };
}
