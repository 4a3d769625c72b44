using System.Globalization;

namespace OldEstateRenewal.Domain.Supervision;

/// <summary>How a rate is made (比率): one figure over another.</summary>
/// <param name="Key">One of <see cref="RateKeys"/>.</param>
/// <param name="Name">Its name in printed tables.</param>
/// <param name="Numerator">What was done.</param>
/// <param name="Denominator">What it is measured by.</param>
public sealed record RateDefinition(string Key, string Name, FigureTerm Numerator, FigureTerm Denominator)
{
    /// <summary>How it is worked out: 开工小区数 ÷ 计划小区数.</summary>
    public string Formula => $"{Numerator.Name} ÷ {Denominator.Name}";

    /// <summary>The rate of these figures.</summary>
    public Rate Of(IReadOnlyDictionary<string, FigurePair> figures) => new(this, Numerator.In(figures), Denominator.In(figures));
}

/// <summary>
/// A rate worked out (计算结果), exact. More than the whole occurs (计划 10、开工 11: 110.0%) and is kept, but never without a reason, also where nothing
/// was planned.
/// </summary>
/// <param name="Definition">How it was made.</param>
/// <param name="Done">The numerator; null is unknown.</param>
/// <param name="Whole">The denominator; null is unknown.</param>
public sealed record Rate(RateDefinition Definition, decimal? Done, decimal? Whole)
{
    /// <summary>The exact rate; null where a figure is unknown or nothing was planned.</summary>
    public Fraction? Value => Done is { } done && Whole is { } whole && whole != 0 ? Exact.Of(done) / Exact.Of(whole) : null;

    /// <summary>Whether more was done than the whole: it must be explained.</summary>
    public bool NeedsReason => Done > Whole;

    /// <summary>
    /// A percentage with one decimal, half up: 93.8%; — where there is none. For reading only: 99.96% reads 100.0%, so whether all is done is asked of
    /// <see cref="Value"/>.
    /// </summary>
    public string Text => Value is { } value ? Rates.Percent(value) : "—";

    /// <summary>The rate in whole tenths of a percent, half up, for lines that are drawn (千分数); null where there is none.</summary>
    public decimal? Tenths => Value is { } value ? (value * 1000).ToDecimal(0) : null;

    /// <summary>The rate with its figures: 93.8%（15 ÷ 16）.</summary>
    public string InWords => $"{Text}（{Figure(Definition.Numerator, Done)} ÷ {Figure(Definition.Denominator, Whole)}）";

    /// <summary>That it is below a limit: 开工率（小区）59.99%，低于 60%. Cut, not rounded, so that what falls short never looks as if it reached it.</summary>
    internal string BelowInWords(Fraction limit) => $"{Definition.Name.With(Value?.ToPercent() ?? "—")}，低于 {limit.ToPercent()}";

    private static string Figure(FigureTerm term, decimal? value) => value is { } known ? Indicators.Get(term.Key).Text(known) : "未报";
}

/// <summary>The keys of the rates (比率代码).</summary>
public static class RateKeys
{
    /// <summary>开工率（小区）.</summary>
    public const string Start = "startRate";

    /// <summary>开工率（户）.</summary>
    public const string StartHouseholds = "startRateHouseholds";

    /// <summary>完工率（小区）.</summary>
    public const string Completion = "completionRate";

    /// <summary>完工率（户）.</summary>
    public const string CompletionHouseholds = "completionRateHouseholds";

    /// <summary>投资完成率.</summary>
    public const string Investment = "investmentRate";

    /// <summary>资金到位率.</summary>
    public const string Received = "receivedRate";

    /// <summary>资金支付率.</summary>
    public const string Payment = "paymentRate";

    /// <summary>长效管理落实率.</summary>
    public const string Management = "managementRate";

    /// <summary>报送及时率.</summary>
    public const string OnTime = "onTimeRate";
}

/// <summary>The rates that tables and rankings show (比率目录), in printed order.</summary>
public static class Rates
{
    /// <summary>All rates.</summary>
    public static IReadOnlyList<RateDefinition> All { get; } =
    [
        new(RateKeys.Start, "开工率（小区）", FigureTerm.Actual(IndicatorKeys.StartedEstates), FigureTerm.Planned(IndicatorKeys.Estates)),
        new(RateKeys.StartHouseholds, "开工率（户）", FigureTerm.Actual(IndicatorKeys.StartedHouseholds), FigureTerm.Planned(IndicatorKeys.Households)),
        new(RateKeys.Completion, "完工率（小区）", FigureTerm.Actual(IndicatorKeys.CompletedEstates), FigureTerm.Planned(IndicatorKeys.Estates)),
        new(RateKeys.CompletionHouseholds, "完工率（户）", FigureTerm.Actual(IndicatorKeys.CompletedHouseholds), FigureTerm.Planned(IndicatorKeys.Households)),
        new(RateKeys.Investment, "投资完成率", FigureTerm.Actual(IndicatorKeys.Investment), FigureTerm.Planned(IndicatorKeys.Investment)),
        new(RateKeys.Received, "资金到位率", FigureTerm.Actual(IndicatorKeys.Received), FigureTerm.Planned(IndicatorKeys.Received)),
        new(RateKeys.Payment, "资金支付率", FigureTerm.Actual(IndicatorKeys.Paid), FigureTerm.Actual(IndicatorKeys.Received)),
        new(RateKeys.Management, "长效管理落实率", FigureTerm.Actual(IndicatorKeys.ManagedEstates), FigureTerm.Actual(IndicatorKeys.CompletedEstates)),
        new(RateKeys.OnTime, "报送及时率", FigureTerm.Actual(IndicatorKeys.ReportsOnTime), FigureTerm.Actual(IndicatorKeys.ReportsDue)),
    ];

    /// <summary>The rate of that key, or null.</summary>
    public static RateDefinition? Find(string key) => All.FirstOrDefault(rate => rate.Key == key);

    /// <summary>All rates of these figures.</summary>
    public static IReadOnlyList<Rate> Of(IReadOnlyDictionary<string, FigurePair> figures) => All.Select(rate => rate.Of(figures)).ToList();

    /// <summary>A fraction as a percentage with one decimal, half up, worked out exactly: 93.8%.</summary>
    public static string Percent(Fraction value) => (value * 100).ToDecimal(1).ToString("0.0", CultureInfo.InvariantCulture) + "%";
}
