namespace OldEstateRenewal.Domain.Planning;

/// <summary>Where a deadline stands (期限状态).</summary>
public enum DueKind
{
    /// <summary>未到期.</summary>
    Ahead,

    /// <summary>今日到期.</summary>
    Today,

    /// <summary>逾期.</summary>
    Overdue,

    /// <summary>按期完成.</summary>
    Done,

    /// <summary>逾期完成.</summary>
    DoneLate,
}

/// <summary>A deadline seen on a day (期限).</summary>
/// <param name="Kind">Where it stands.</param>
/// <param name="DueOn">The last day in time.</param>
/// <param name="Days">Calendar days left, overdue or late; for what is done in time, the days it was early.</param>
public sealed record DueState(DueKind Kind, DateOnly DueOn, int Days)
{
    /// <summary>Such as 逾期 3 天.</summary>
    public string InWords => Kind switch
    {
        DueKind.Ahead => $"还有 {Days} 天（{DueOn:yyyy-MM-dd}）",
        DueKind.Today => $"今日到期（{DueOn:yyyy-MM-dd}）",
        DueKind.Overdue => $"逾期 {Days} 天（{DueOn:yyyy-MM-dd}）",
        DueKind.Done => $"按期完成（{DueOn:yyyy-MM-dd}）",
        _ => $"完成，迟 {Days} 天（{DueOn:yyyy-MM-dd}）",
    };

    /// <summary>The state on a day; what was done after that day is not done yet.</summary>
    public static DueState Of(DateOnly dueOn, DateOnly? doneOn, DateOnly on)
    {
        if (doneOn is { } done && done <= on)
            return new(done <= dueOn ? DueKind.Done : DueKind.DoneLate, dueOn, Math.Abs(done.DayNumber - dueOn.DayNumber));
        var left = dueOn.DayNumber - on.DayNumber;
        return new(left > 0 ? DueKind.Ahead : left == 0 ? DueKind.Today : DueKind.Overdue, dueOn, Math.Abs(left));
    }
}
