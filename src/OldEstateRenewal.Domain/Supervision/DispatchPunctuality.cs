using OldEstateRenewal.Domain.Planning;

namespace OldEstateRenewal.Domain.Supervision;

/// <summary>Whether a sheet came in time (报送情况).</summary>
public enum PunctualityKind
{
    /// <summary>未到期：not sent, and still time.</summary>
    NotDue,

    /// <summary>按时.</summary>
    OnTime,

    /// <summary>迟报.</summary>
    Late,

    /// <summary>未报：not sent, and the day is over.</summary>
    Missing,
}

/// <summary>A sheet and when it came (调度表报送).</summary>
/// <param name="Kind">Whether it came in time.</param>
/// <param name="DueOn">The last day in time; a sheet sent at any hour of it is in time.</param>
/// <param name="Days">Days late or missing; otherwise 0.</param>
public sealed record Punctuality(PunctualityKind Kind, DateOnly DueOn, int Days)
{
    /// <summary>按时、迟报 3 天、未报（已逾期 2 天）、未到期.</summary>
    public string InWords => Kind switch
    {
        PunctualityKind.OnTime => "按时",
        PunctualityKind.Late => $"迟报 {Days} 天",
        PunctualityKind.Missing => $"未报（已逾期 {Days} 天）",
        _ => "未到期",
    };

    /// <summary>
    /// Judges a sheet by its first sending: what is sent back and sent again stays as punctual as it was. Days are those of the county's calendar.
    /// </summary>
    /// <param name="dueOn">The last day in time.</param>
    /// <param name="sentOn">The days on which it was sent, in any order; empty when it was not.</param>
    /// <param name="today">The day of asking; what was sent after it is not sent yet.</param>
    public static Punctuality Of(DateOnly dueOn, IReadOnlyCollection<DateOnly> sentOn, DateOnly today)
    {
        var state = DueState.Of(dueOn, sentOn.Count == 0 ? null : sentOn.Min(), today);
        return state.Kind switch
        {
            DueKind.Done => new(PunctualityKind.OnTime, dueOn, 0),
            DueKind.DoneLate => new(PunctualityKind.Late, dueOn, state.Days),
            DueKind.Overdue => new(PunctualityKind.Missing, dueOn, state.Days),
            _ => new(PunctualityKind.NotDue, dueOn, 0),
        };
    }
}

/// <summary>The punctuality of a body over several sheets (报送及时情况); sheets that are not due yet do not count.</summary>
public sealed record DispatchPunctuality(int OnTime, int Late, int Missing, int LateDays)
{
    /// <summary>应报送次数.</summary>
    public int Due => OnTime + Late + Missing;

    /// <summary>As figures of <see cref="IndicatorKeys.ReportsDue"/> and <see cref="IndicatorKeys.ReportsOnTime"/>, for tables and rankings.</summary>
    public IReadOnlyDictionary<string, FigurePair> Figures => new Dictionary<string, FigurePair>
    {
        [IndicatorKeys.ReportsDue] = new(null, Due),
        [IndicatorKeys.ReportsOnTime] = new(null, OnTime),
    };

    /// <summary>报送及时率; no value where nothing was due.</summary>
    public Rate Rate => Rates.Find(RateKeys.OnTime)!.Of(Figures);

    /// <summary>应报 4 次，按时 2 次，迟报 1 次（共 3 天），未报 1 次.</summary>
    public string InWords => $"应报 {Due} 次，按时 {OnTime} 次，迟报 {Late} 次{(Late == 0 ? "" : $"（共 {LateDays} 天）")}，未报 {Missing} 次";

    /// <summary>Counts sheets.</summary>
    public static DispatchPunctuality Of(IReadOnlyCollection<Punctuality> sheets) => new(
        sheets.Count(sheet => sheet.Kind == PunctualityKind.OnTime), sheets.Count(sheet => sheet.Kind == PunctualityKind.Late),
        sheets.Count(sheet => sheet.Kind == PunctualityKind.Missing), sheets.Where(sheet => sheet.Kind == PunctualityKind.Late).Sum(sheet => sheet.Days));
}
