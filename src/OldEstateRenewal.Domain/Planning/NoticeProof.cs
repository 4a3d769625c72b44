namespace OldEstateRenewal.Domain.Planning;

/// <summary>The three moments at which a posted notice is photographed (公示照片).</summary>
public enum NoticePhase
{
    /// <summary>张贴时.</summary>
    Start,

    /// <summary>公示期间.</summary>
    Middle,

    /// <summary>期满时.</summary>
    End,
}

/// <summary>A photograph of the posted notice and the day it was taken.</summary>
public sealed record NoticeShot(NoticePhase Phase, DateOnly TakenOn);

/// <summary>Why a notice is not yet proven to have run its course (公示办结条件). The same reasons grey out, explain and guard.</summary>
public static class NoticeProof
{
    /// <summary>All that is missing; empty when the notice may be concluded.</summary>
    /// <param name="term">The term that runs.</param>
    /// <param name="on">The day of looking.</param>
    /// <param name="shots">The photographs there are.</param>
    /// <param name="unanswered">How many objections have no answer.</param>
    public static IReadOnlyList<string> WhyNotConclude(Term term, DateOnly on, IReadOnlyCollection<NoticeShot> shots, int unanswered)
    {
        var reasons = new List<string>();
        if (on <= term.LastDay) reasons.Add($"公示期至 {term.LastDay:yyyy-MM-dd} 届满，{term.FirstDayAfter:yyyy-MM-dd} 起才能办结");
        foreach (var phase in Enum.GetValues<NoticePhase>())
            if (!shots.Any(shot => shot.Phase == phase && WhyNotTaken(phase, shot.TakenOn, term, on) is null)) reasons.Add($"缺{phase.InWords()}的照片（{Asked(phase, term)}）");
        if (unanswered > 0) reasons.Add($"有 {unanswered} 条异议尚未答复");
        return reasons;
    }

    /// <summary>Why a photograph of that day does not show what it should; null when it does.</summary>
    public static string? WhyNotTaken(NoticePhase phase, DateOnly takenOn, Term term, DateOnly on)
    {
        if (takenOn > on) return "拍摄日期晚于今天";
        var fits = phase switch
        {
            NoticePhase.Start => takenOn == term.From,
            NoticePhase.End => takenOn >= term.LastDay,
            _ => IsBetween(takenOn, term),
        };
        return fits ? null : $"{phase.InWords()}的照片应为{Asked(phase, term)}";
    }

    /// <summary>Such as 张贴时.</summary>
    public static string InWords(this NoticePhase phase) => phase switch { NoticePhase.Start => "张贴时", NoticePhase.Middle => "公示期间", _ => "期满时" };

    private static string Asked(NoticePhase phase, Term term) => phase switch
    {
        NoticePhase.Start => $"张贴当日 {term.From:yyyy-MM-dd} 拍摄",
        NoticePhase.End => $"末日 {term.LastDay:yyyy-MM-dd} 或之后拍摄",
        _ => $"{First(term):yyyy-MM-dd} 至 {Last(term):yyyy-MM-dd} 之间拍摄",
    };

    private static bool IsBetween(DateOnly day, Term term) => day >= First(term) && day <= Last(term);

    /// <summary>A notice of one or two days has no day between: then any of its days will do.</summary>
    private static DateOnly First(Term term) => HasBetween(term) ? term.From.AddDays(1) : term.From;

    private static DateOnly Last(Term term) => HasBetween(term) ? term.LastDay.AddDays(-1) : term.LastDay;

    private static bool HasBetween(Term term) => term.LastDay.DayNumber - term.From.DayNumber >= 2;
}
