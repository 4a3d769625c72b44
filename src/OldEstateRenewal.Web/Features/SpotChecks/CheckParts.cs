namespace OldEstateRenewal.Web.Features.SpotChecks;

public static class CheckParts
{
    public static IServiceCollection AddSpotChecks(this IServiceCollection services) => services.AddScoped<CheckReader>().AddScoped<CheckPool>().AddScoped<CheckService>().AddScoped<CheckDesk>().AddScoped<MendingService>();
}
