using OldEstateRenewal.Domain.Supervision;
using OldEstateRenewal.Web.Features.Projects;

namespace OldEstateRenewal.Web.Features.Dispatches;

/// <summary>报送情况.</summary>
public enum SheetStanding
{
    /// <summary>未到期，未报.</summary>
    Open,

    /// <summary>按时.</summary>
    OnTime,

    /// <summary>迟报.</summary>
    Late,

    /// <summary>漏报: due and not there.</summary>
    Missing,

    /// <summary>无须报送: accepted before the week began.</summary>
    NotDue,
}

/// <summary>退回 with its answer: a later edition, or words.</summary>
public sealed record ReturnLine(FigureReturn Return, string From, ReturnReply? Reply, bool IsCorrected)
{
    public bool IsOpen => Reply is null && !IsCorrected;

    public string Figure => Return.IndicatorKey is { } key ? Indicators.Find(key)?.Name ?? key : "整表";
}

/// <summary>One project in one week.</summary>
/// <param name="Editions">What was sent for this week, oldest first.</param>
/// <param name="Before">The newest sheet of an earlier week.</param>
/// <param name="Recorded">What the records say.</param>
public sealed record WeekLine(Project Project, string Street, string Stage, IReadOnlyList<WeeklySheet> Editions, WeeklySheet? Before, RecordedProject Recorded, SheetStanding Standing, IReadOnlyList<ReturnLine> Returns)
{
    public WeeklySheet? Sheet => Editions.Count == 0 ? null : Editions[^1];

    public WeeklySheet? First => Editions.Count == 0 ? null : Editions[0];

    /// <summary>What counts for this week: what was sent, else what was sent last, else what the records say.</summary>
    public IReadOnlyDictionary<string, FigurePair> Counted => (Sheet ?? Before)?.Figures ?? Recorded.Figures;

    public bool IsDue => Standing != SheetStanding.NotDue;

    public int Corrections => Math.Max(0, Editions.Count - 1);

    public int OpenReturns => Returns.Count(each => each.IsOpen);

    public decimal? Actual(string key) => Counted.GetValueOrDefault(key).Actual;

    /// <summary>How punctual projects were; what is still open or not due does not count.</summary>
    public static DispatchPunctuality Punctuality(DispatchWeek week, IEnumerable<WeekLine> lines)
    {
        var all = lines.ToList();
        return new DispatchPunctuality(all.Count(line => line.Standing == SheetStanding.OnTime), all.Count(line => line.Standing == SheetStanding.Late), all.Count(line => line.Standing == SheetStanding.Missing), all.Where(line => line.Standing == SheetStanding.Late).Sum(line => week.DaysLate(line.First!.At)));
    }
}

/// <summary>A county's week.</summary>
public sealed record WeekPage(DispatchWeek Week, IReadOnlyList<WeekLine> Lines, IReadOnlyList<WeekStep> Steps, IReadOnlyList<WeekSum> Sums)
{
    public WeekStep? Last => Steps.Count == 0 ? null : Steps[^1];

    public bool IsLocked => Last?.Kind == WeekStepKind.Approved;

    public IReadOnlyList<string> AgainstApproval { get; init; } = [];

    public bool NeedsReason => Lines.Any(line => line.Standing == SheetStanding.Missing);

    public IReadOnlyList<WeekBody> Bodies => Lines.Where(line => line.IsDue).GroupBy(line => line.Street).Select(street => new WeekBody(street.Key, street.Count(), WeekLine.Punctuality(Week, street))).OrderBy(body => body.Name, StringComparer.Ordinal).ToList();

    public int Count(SheetStanding standing) => Lines.Count(line => line.Standing == standing);
}

/// <summary>How far a body is punctual.</summary>
/// <param name="Due">Of how many projects a sheet is asked, the day for it over or not.</param>
public sealed record WeekBody(string Name, int Due, DispatchPunctuality Sent);

/// <summary>The figures of a plan year added up.</summary>
public sealed record WeekSum(int PlanYear, int Projects, int Sent, IReadOnlyDictionary<string, FigurePair> Figures);

/// <summary>How a week stands: who owes a sheet, when each was first sent, the newest step of the week.</summary>
public sealed record WeekState(DispatchWeek Week, IReadOnlyList<Project> Due, IReadOnlyDictionary<Guid, DateTimeOffset> Sent, WeekStep? Last)
{
    public bool IsLocked => Last?.Kind == WeekStepKind.Approved;

    public IReadOnlyList<Project> Missing { get; } = Due.Where(project => !Sent.ContainsKey(project.Id)).ToList();
}

/// <summary>A week in the list.</summary>
public sealed record WeekRow(DispatchWeek Week, int Due, int Sent, int Late, int Missing, WeekStep? Last);

/// <summary>The sheet of a project as it is filled in.</summary>
public sealed record WeeklySheetEditor(DispatchWeek Week, WeekLine Line, WeeklySheetForm Form, IReadOnlyList<string> Against, bool IsLocked)
{
    public static readonly IReadOnlyList<Indicator> Asked = Indicators.All.Where(indicator => indicator.Group != IndicatorGroup.Scale && indicator.Key is not (IndicatorKeys.ReportsDue or IndicatorKeys.ReportsOnTime)).ToList();
}
