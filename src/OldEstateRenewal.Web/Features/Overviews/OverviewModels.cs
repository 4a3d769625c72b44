using OldEstateRenewal.Domain.Supervision;
using OldEstateRenewal.Web.Features.Dispatches;
using OldEstateRenewal.Web.Features.Funding;

namespace OldEstateRenewal.Web.Features.Overviews;

/// <summary>A target of the year beside what was done.</summary>
public sealed record TargetLine(string Name, string Unit, string Planned, string Actual, Rate Rate);

/// <summary>What is late, and with whom it lies.</summary>
public sealed record LateLine(string Project, Guid ProjectId, string Stage, string Body, string? Officer, string Late);

/// <summary>A ballot that is about to close.</summary>
public sealed record ClosingBallot(Guid Id, string Name, string Estate, DateTimeOffset ClosesAt);

/// <summary>领导一页: targets against what was done, money by source, what is late, ballots about to close, the last weeks. The figures are those of the weekly dispatch.</summary>
public sealed record Overview(int? Year, IReadOnlyList<int> Years, DateOnly On, WeekSum? Sum, IReadOnlyList<ExecutionLine> Money, IReadOnlyList<LateLine> Late, int MoreLate, IReadOnlyList<ClosingBallot> Ballots, IReadOnlyList<(DateOnly Week, string Start, string Completion, decimal? StartTenths)> Trend)
{
    public IReadOnlyList<TargetLine> Targets { get; } = Sum is null ? [] : TargetsOf(Sum.Figures).ToList();

    private static IEnumerable<TargetLine> TargetsOf(IReadOnlyDictionary<string, FigurePair> figures) => Rates.All.Where(rate => rate.Key != RateKeys.OnTime).Select(rate =>
    {
        var of = rate.Of(figures);
        var unit = Indicators.Get(rate.Numerator.Key).Unit;
        return new TargetLine(rate.Name, unit, Text(rate.Denominator, of.Whole), Text(rate.Numerator, of.Done), of);
    });

    private static string Text(FigureTerm term, decimal? value) => value is { } known ? Indicators.Get(term.Key).Text(known) : "—";
}
