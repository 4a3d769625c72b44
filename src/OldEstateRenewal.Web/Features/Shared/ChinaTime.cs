using System.Globalization;

namespace OldEstateRenewal.Web.Features.Shared;

/// <summary>China keeps one time, eight hours ahead of UTC, all year.</summary>
public static class ChinaTime
{
    private static readonly TimeSpan offset = TimeSpan.FromHours(8);

    public static DateOnly Today(TimeProvider time) => DateOnly.FromDateTime(time.GetUtcNow().ToOffset(offset).DateTime);

    public static string ToChinaText(this DateTimeOffset at) => at.ToOffset(offset).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    /// <summary>The last moment of a day in China.</summary>
    public static DateTimeOffset AtEndOfDay(this DateOnly day) => new(day.ToDateTime(TimeOnly.MaxValue), offset);

    public static DateTimeOffset ToChina(this DateTimeOffset at) => at.ToOffset(offset);
}
