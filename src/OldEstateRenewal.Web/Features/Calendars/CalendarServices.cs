namespace OldEstateRenewal.Web.Features.Calendars;

public static class CalendarServices
{
    public static IServiceCollection AddCalendars(this IServiceCollection services) => services.AddScoped<CalendarFeedService>().AddSingleton<CalendarGate>();
}
