namespace OldEstateRenewal.Domain.Supervision;

/// <summary>
/// The checks of reported figures (逻辑校验): one table of rules, so that page, form, save and export say the same. A figure that is unknown (null) is
/// compared with nothing. 统计法 第二十四条: figures rest on records; the checks find contradictions, they never correct.
/// </summary>
public static class FigureChecks
{
    private static readonly IReadOnlyDictionary<string, FigurePair> Nothing = new Dictionary<string, FigurePair>();
    private static readonly Dictionary<string, int> Order = Indicators.All.Index().ToDictionary(place => place.Item.Key, place => place.Index);

    /// <summary>Everything found in the figures of one body, in the order of the catalogue; empty when nothing is.</summary>
    /// <param name="figures">The figures by key of indicator.</param>
    /// <param name="previous">The figures of the period before, or null for the first period.</param>
    public static IReadOnlyList<FigureFinding> Of(IReadOnlyDictionary<string, FigurePair> figures, IReadOnlyDictionary<string, FigurePair>? previous = null) =>
        FigureRules.All.SelectMany(rule => rule.Find(figures, previous ?? Nothing)).OrderBy(finding => Order.GetValueOrDefault(finding.Key, Order.Count)).ToList();

    /// <summary>The findings for which no reason is given (未说明), errors always among them: what stands in the way of sending.</summary>
    /// <param name="findings">What was found.</param>
    /// <param name="reasons">The reasons by key of indicator.</param>
    public static IReadOnlyList<FigureFinding> Refuse(IReadOnlyList<FigureFinding> findings, IReadOnlyDictionary<string, string> reasons) =>
        findings.Where(finding => finding.Severity == FindingSeverity.Error || string.IsNullOrWhiteSpace(reasons.GetValueOrDefault(finding.Key))).ToList();
}
