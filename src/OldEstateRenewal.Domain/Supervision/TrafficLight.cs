using OldEstateRenewal.Domain.Planning;

namespace OldEstateRenewal.Domain.Supervision;

/// <summary>The colour (红黄绿), from quiet to loud.</summary>
public enum LightColour
{
    /// <summary>灰：nothing to judge by.</summary>
    Grey,

    /// <summary>绿.</summary>
    Green,

    /// <summary>黄.</summary>
    Yellow,

    /// <summary>红.</summary>
    Red,
}

/// <summary>Below what a rate turns yellow and red; reaching the limit is not below.</summary>
public sealed record LightLimit(string RateKey, Fraction Yellow, Fraction Red);

/// <summary>The tenant's numbers for the lights (预警规则).</summary>
/// <param name="YellowDays">So many days before a milestone, and on its day, what is not reached is yellow; the day after it is red.</param>
/// <param name="Limits">Limits of rates; may be empty.</param>
public sealed record LightRule(int YellowDays, IReadOnlyList<LightLimit> Limits);

/// <summary>A milestone of a project or body: its name, where its deadline stands, and the rate by which it is reached, or null.</summary>
public sealed record LightMilestone(string Name, DueState Due, string? RateKey = null);

/// <summary>One reason of a light, with the colour it asks for.</summary>
public sealed record LightReason(LightColour Colour, string Text);

/// <summary>
/// The light of a project or body (红黄绿灯): the loudest of its reasons. All milestones that are overdue speak, of the others the next one; rates below
/// their limits; problems that are overdue (yellow). A rate that cannot be worked out because a figure is not reported is yellow.
/// </summary>
public sealed record TrafficLight(LightColour Colour, IReadOnlyList<LightReason> Reasons)
{
    /// <summary>红、黄、绿、灰.</summary>
    public string InWords => Colour switch
    {
        LightColour.Red => "红",
        LightColour.Yellow => "黄",
        LightColour.Green => "绿",
        _ => "灰",
    };

    /// <summary>Judges milestones in any order and figures; reasons stand loudest first.</summary>
    public static TrafficLight Of(LightRule rule, IReadOnlyCollection<LightMilestone> milestones, IReadOnlyDictionary<string, FigurePair> figures)
    {
        var reasons = Milestones(rule, milestones, figures).Concat(Limits(rule, figures)).Concat(Problems(figures)).OrderByDescending(reason => reason.Colour).ToList();
        return new(reasons.Select(reason => reason.Colour).Append(LightColour.Grey).Max(), reasons);
    }

    private static IEnumerable<LightReason> Milestones(LightRule rule, IReadOnlyCollection<LightMilestone> milestones, IReadOnlyDictionary<string, FigurePair> figures)
    {
        var sorted = milestones.OrderBy(milestone => milestone.Due.DueOn).ThenBy(milestone => milestone.Name, StringComparer.Ordinal).ToList();
        foreach (var late in sorted.Where(milestone => milestone.Due.Kind == DueKind.Overdue)) yield return Reason(LightColour.Red, late, figures);
        if (sorted.FirstOrDefault(milestone => milestone.Due.Kind is DueKind.Today or DueKind.Ahead) is { } next)
            yield return Reason(next.Due.Kind == DueKind.Today || next.Due.Days <= rule.YellowDays ? LightColour.Yellow : LightColour.Green, next, figures);
        else if (sorted.Count > 0 && sorted.All(milestone => milestone.Due.Kind is DueKind.Done or DueKind.DoneLate))
            yield return new(LightColour.Green, "各节点均已完成");
    }

    private static LightReason Reason(LightColour colour, LightMilestone milestone, IReadOnlyDictionary<string, FigurePair> figures)
    {
        var rate = milestone.RateKey is { } key ? Rates.Find(key)?.Of(figures) : null;
        return new(colour, $"{milestone.Name}：{milestone.Due.InWords}{(rate is null ? "" : $"，{rate.Definition.Name.With(rate.InWords)}")}");
    }

    private static IEnumerable<LightReason> Limits(LightRule rule, IReadOnlyDictionary<string, FigurePair> figures)
    {
        foreach (var limit in rule.Limits)
        {
            if (Rates.Find(limit.RateKey)?.Of(figures) is not { } rate) continue;
            if (rate.Done is null || rate.Whole is null) yield return new(LightColour.Yellow, $"{rate.Definition.Name}：有数据未报");
            else if (rate.Value < limit.Red) yield return new(LightColour.Red, rate.BelowInWords(limit.Red));
            else if (rate.Value < limit.Yellow) yield return new(LightColour.Yellow, rate.BelowInWords(limit.Yellow));
            else if (rate.Value is not null) yield return new(LightColour.Green, rate.Definition.Name.With(rate.Text));
        }
    }

    private static IEnumerable<LightReason> Problems(IReadOnlyDictionary<string, FigurePair> figures) =>
        FigureTerm.Actual(IndicatorKeys.OverdueProblems).In(figures) is > 0 and var overdue ? [new(LightColour.Yellow, $"逾期问题 {overdue:0} 个")] : [];
}
