using System.Globalization;

namespace OldEstateRenewal.Web.Features.Shared;

/// <summary>The times of a notice on the wall: a day and an hour as typed, and as printed.</summary>
public static class WallTime
{
    public const string Pattern = "^([01]?[0-9]|2[0-3]):[0-5][0-9]$";
    public const string Wrong = "时刻请写成 08:00。";

    public static DateTime? At(DateOnly? day, string? time) => day is { } on && TimeOnly.TryParse(time, CultureInfo.InvariantCulture, out var at) ? on.ToDateTime(at) : null;

    public static string InWords(DateTime? at) => at?.ToString("yyyy年M月d日 HH:mm", CultureInfo.InvariantCulture) ?? "";
}
