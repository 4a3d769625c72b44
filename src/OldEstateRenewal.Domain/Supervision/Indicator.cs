using System.Globalization;

namespace OldEstateRenewal.Domain.Supervision;

/// <summary>
/// A figure that is reported upwards (统计指标): what counts, from when, from which record it comes. Figures are decimals and exact.
/// </summary>
/// <param name="Key">One of <see cref="IndicatorKeys"/>.</param>
/// <param name="Name">Its name in printed tables.</param>
/// <param name="Group">The group under which it is printed.</param>
/// <param name="Unit">The unit: 个, 户, 栋, ㎡, 元, 公里, 部, 次, %.</param>
/// <param name="Nature">What it measures.</param>
/// <param name="Kind">How it behaves over time.</param>
/// <param name="Period">From which sheet on it is asked for.</param>
/// <param name="HasPlan">Whether a planned figure stands beside the actual one.</param>
/// <param name="Definition">What counts and from when (指标解释).</param>
/// <param name="Source">The record it is taken from (取数来源).</param>
public sealed record Indicator(
    string Key, string Name, IndicatorGroup Group, string Unit, IndicatorNature Nature, IndicatorKind Kind, ReportingPeriod Period, bool HasPlan, string Definition, string Source)
{
    /// <summary>So much, and no more, is a figure of any indicator; it keeps sums of all counties inside a decimal.</summary>
    public const decimal Most = 1_000_000_000_000_000m;

    /// <summary>How many decimals a figure may have: 0, 2 or 3.</summary>
    public int Decimals => Nature switch
    {
        IndicatorNature.Count => 0,
        IndicatorNature.Length => 3,
        _ => 2,
    };

    /// <summary>Whether figures of several projects or bodies add up; a percentage does not.</summary>
    public bool Adds => Nature != IndicatorNature.Percent;

    /// <summary>Whether a figure can be one of this indicator.</summary>
    public bool IsValid(decimal value) => Refuse(value) is null;

    /// <summary>Why a figure cannot be one of this indicator, in a Chinese sentence; null when it can.</summary>
    public string? Refuse(decimal value) => value switch
    {
        < 0 => $"{Name}不能为负数。",
        > 100 when Nature == IndicatorNature.Percent => $"{Name}不能大于 100。",
        > Most => $"{Name}数值过大，请核对单位（{Unit}）。",
        _ when decimal.Round(value, Decimals) == value => null,
        _ => Decimals == 0 ? $"{Name}须为整数。" : $"{Name}最多保留 {Decimals} 位小数。",
    };

    /// <summary>A figure as the house writes it: money with two decimals as <see cref="Domain.Money"/>, all else without trailing zeros as <see cref="Domain.Area"/>.</summary>
    public string Text(decimal value) => value.ToString(Nature == IndicatorNature.Money ? "0.00" : "0.###", CultureInfo.InvariantCulture);

    /// <summary>A figure with its unit: 16 个, 350.00 元, 95%.</summary>
    public string InWords(decimal value) => Text(value) + (Nature == IndicatorNature.Percent ? Unit : " " + Unit);
}
