using OldEstateRenewal.Domain;

namespace OldEstateRenewal.Web.Features.Funding;

/// <summary>预算执行率 by source and month: what was paid of what was received, and of what was approved.</summary>
public static class ExecutionBoard
{
    private const int MostMonths = 36;

    public static IReadOnlyList<ExecutionLine> Of(IReadOnlyList<GrantStanding> grants, DateOnly today)
    {
        if (grants.Count == 0) return [];
        var lines = grants.GroupBy(grant => grant.Grant.SourceKey).Select(group => Line(group.First().Grant.SourceName, group.ToList(), today)).ToList();
        return lines.Count == 1 ? lines : [.. lines, Line("合计", grants, today)];
    }

    private static ExecutionLine Line(string name, IReadOnlyList<GrantStanding> grants, DateOnly today) => new(
        name, grants.Select(grant => grant.Approved).Total(), grants.Select(grant => grant.Received).Total(), grants.Select(grant => grant.Paid).Total(), Months(grants, today));

    private static List<MonthLine> Months(IReadOnlyList<GrantStanding> grants, DateOnly today)
    {
        var approved = Dated(grants, FundingActKind.Approved);
        var received = Dated(grants, FundingActKind.Received);
        var paid = grants.SelectMany(grant => grant.Payments).Where(payment => payment.PaidOn is not null).Select(payment => (On: payment.PaidOn!.Value, payment.Amount)).ToList();
        var days = received.Concat(paid).Concat(approved).Select(each => each.On).ToList();
        if (days.Count == 0) return [];
        var (first, last) = (Begin(days.Min()), Begin(days.Max() > today ? days.Max() : today));
        var months = Enumerable.Range(0, (last.Year - first.Year) * 12 + last.Month - first.Month + 1).Select(first.AddMonths).TakeLast(MostMonths);
        return months.Select(month => new MonthLine(month, In(received, month), In(paid, month), Until(received, month), Until(paid, month), Until(approved, month))).ToList();
    }

    /// <summary>What went back counts against the month it went.</summary>
    private static List<(DateOnly On, Money Amount)> Dated(IReadOnlyList<GrantStanding> grants, FundingActKind kind) => grants.SelectMany(grant => grant.Acts)
        .Where(act => act.Kind == kind || act is { Kind: FundingActKind.Withdrawn, ProjectId: null }).Select(act => (act.On, act.Kind == kind ? act.Amount : -act.Amount)).ToList();

    private static Money In(IEnumerable<(DateOnly On, Money Amount)> dated, DateOnly month) => dated.Where(each => Begin(each.On) == month).Select(each => each.Amount).Total();

    private static Money Until(IEnumerable<(DateOnly On, Money Amount)> dated, DateOnly month) => dated.Where(each => Begin(each.On) <= month).Select(each => each.Amount).Total();

    private static DateOnly Begin(DateOnly day) => new(day.Year, day.Month, 1);
}
