namespace OldEstateRenewal.Web.Features.Estates;

/// <summary>A building's year cannot contradict its estate's years, on pages and in files alike.</summary>
public static class BuiltYearRules
{
    /// <summary>Why a building of the estate cannot have this year; null when it can.</summary>
    public static string? WhyNot(int[] estate, int? building) => building is { } year && estate.Length > 0 && !estate.Contains(year)
        ? $"小区的建成年份为 {BuiltYearsText.Write(estate)}，楼栋的须是其中之一；如小区的有误，请先修改小区。"
        : null;

    /// <summary>The building's year when the estate's become these: one year goes for all, a year no longer listed becomes unknown.</summary>
    public static int? Aligned(int[] estate, int? building) => estate is [var only] ? only : building is { } own && estate.Contains(own) ? own : null;
}
