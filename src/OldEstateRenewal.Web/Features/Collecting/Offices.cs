using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Collecting;

/// <summary>Who collects and counts (收款单位): the street of a street clerk, else the bureau; and until when it has counted.</summary>
public sealed class Offices(PortalDbContext db, CurrentAccess access, TimeProvider time)
{
    public const string Bureau = "县住建局";
    private const int MostYearsBefore = 5;

    public Guid Own => access.Value.StreetId ?? access.Value.Tenant.Id;

    public DateOnly Today => ChinaTime.Today(time);

    public async Task<string> NameAsync(Guid office) => office == access.Value.Tenant.Id ? Bureau : await db.Streets.Where(s => s.Id == office).Select(s => s.Name).SingleOrDefaultAsync() ?? "街道";

    /// <summary>The last day that is counted and closed; null before the first closing.</summary>
    public Task<DateOnly?> ClosedUntilAsync() => db.DayClosings.Where(c => c.OfficeId == Own).MaxAsync(c => (DateOnly?)c.On);

    /// <summary>The day an act of now bears: today, or the day after the last one that was closed.</summary>
    public async Task<DateOnly> OpenDayAsync() => FirstOpen(await ClosedUntilAsync()) is { } open && open > Today ? open : Today;

    /// <summary>A day of the past, moved behind what is closed.</summary>
    public static DateOnly NotClosed(DateOnly day, DateOnly? closedUntil) => FirstOpen(closedUntil) is { } open && open > day ? open : day;

    /// <summary>Why money cannot bear this day.</summary>
    public static IReadOnlyList<string> WhyNotOn(DateOnly on, DateOnly today, DateOnly? closedUntil)
    {
        var last = closedUntil >= today ? FirstOpen(closedUntil)!.Value : today;
        if (on <= closedUntil) return [$"{closedUntil:yyyy-MM-dd} 及以前已日结，日期须为 {FirstOpen(closedUntil):yyyy-MM-dd} 或以后。"];
        if (on > last) return [$"日期 {on:yyyy-MM-dd} 晚于今天。"];
        return on.Year < today.Year - MostYearsBefore ? [$"日期 {on:yyyy-MM-dd} 过早，请检查年份。"] : [];
    }

    private static DateOnly? FirstOpen(DateOnly? closedUntil) => closedUntil is { } day && day < DateOnly.MaxValue ? day.AddDays(1) : null;
}
