using OldEstateRenewal.Domain.Policies;

namespace OldEstateRenewal.Domain.Planning;

/// <summary>How often something is done (周期).</summary>
public enum SupervisionCycle
{
    /// <summary>每周，Monday to Sunday.</summary>
    Weekly,

    /// <summary>每月.</summary>
    Monthly,

    /// <summary>每季度.</summary>
    Quarterly,

    /// <summary>每年.</summary>
    Yearly,

    /// <summary>随机、适时.</summary>
    AsNeeded,

    /// <summary>每个项目一次.</summary>
    PerProject,
}

/// <summary>
/// A cycle of supervision (督导调度): weekly dispatch, monthly bulletin, spot checks, evaluation, satisfaction before acceptance.
/// </summary>
/// <param name="Head">Key, Chinese name and citation.</param>
/// <param name="Cycle">How often.</param>
/// <param name="DaysAfter">How many calendar days after the period's end the sheet is due; 0 means on its last day.</param>
/// <param name="Text">The requirement in the document's words.</param>
/// <param name="Dimensions">What is looked at (督导内容); may be empty.</param>
/// <param name="Threshold">The share to be reached (满意度80%以上), or null.</param>
public sealed record SupervisionRule(PolicyItemHead Head, SupervisionCycle Cycle, int DaysAfter, string Text, IReadOnlyList<string> Dimensions, Bound? Threshold) : PolicyItem(Head)
{
    /// <inheritdoc/>
    public override string InWords => Threshold is null ? Text : $"{Text}（{Threshold.InWords}）";

    /// <summary>The period in which a day lies; null for what has no calendar period.</summary>
    public SupervisionPeriod? PeriodOf(DateOnly day)
    {
        var first = Cycle switch
        {
            SupervisionCycle.Weekly => day.AddDays(-(((int)day.DayOfWeek + 6) % 7)),
            SupervisionCycle.Monthly => new DateOnly(day.Year, day.Month, 1),
            SupervisionCycle.Quarterly => new DateOnly(day.Year, (day.Month - 1) / 3 * 3 + 1, 1),
            SupervisionCycle.Yearly => new DateOnly(day.Year, 1, 1),
            _ => (DateOnly?)null,
        };
        return first is { } from ? Period(from) : null;
    }

    /// <summary>Is the threshold reached: so many of those who answered (参与评价户)? Nobody answered yet: unknown. No threshold: passed.</summary>
    /// <exception cref="ArgumentOutOfRangeException">More than answered, or a negative number.</exception>
    public Reason Reached(int satisfied, int answered)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(satisfied);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(satisfied, answered);
        if (Threshold is null) return Reason.Single(Key, Name, Outcome.Passed, "无比例要求", Citation);
        if (answered == 0) return Reason.Single(Key, Name, Outcome.Unknown, "尚无户参与评价", Citation);
        var share = new Fraction(satisfied, answered);
        var reached = Threshold.Holds(share);
        var more = Enumerable.Range(0, answered - satisfied + 1).FirstOrDefault(more => Threshold.Holds(new Fraction(satisfied + more, answered)));
        return Reason.Single(Key, Name, Outcomes.Of(reached), $"参与评价 {answered} 户，满意 {satisfied} 户，占 {share.ToPercent()}，须{Threshold.InWords}{(more == 0 ? "" : $"，还差 {more} 户")}", Citation);
    }

    /// <summary>Reads { name, clause, quote?, note?, cycle, daysAfter?, text?, dimensions?, threshold?: { word, limit } }; text falls back to the quote.</summary>
    public static SupervisionRule Read(PolicyNode node)
    {
        var head = node.Head();
        return new(
            head, node.Choice<SupervisionCycle>("cycle"), node.OptionalWhole("daysAfter", 0, 90) ?? 0, node.OptionalText("text") ?? head.Citation.Quote ?? node.Wrong("text", "文字（无引文时必填）", ""),
            node.Texts("dimensions"), node.Has("threshold") ? Bound.Read(node, "threshold") : null);
    }

    private SupervisionPeriod Period(DateOnly from)
    {
        var last = Cycle switch
        {
            SupervisionCycle.Weekly => from.AddDays(6),
            SupervisionCycle.Monthly => from.AddMonths(1).AddDays(-1),
            SupervisionCycle.Quarterly => from.AddMonths(3).AddDays(-1),
            _ => from.AddYears(1).AddDays(-1),
        };
        return new SupervisionPeriod(from, last, last.AddDays(DaysAfter));
    }
}

/// <summary>One period of a cycle (调度周期): its first and last day, and the day by which its sheet is due.</summary>
public sealed record SupervisionPeriod(DateOnly From, DateOnly To, DateOnly DueOn);
