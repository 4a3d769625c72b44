using System.Threading.RateLimiting;

namespace OldEstateRenewal.Web.Features.Ballots;

/// <summary>Receipt codes cannot be guessed; a limit for each address keeps anyone from keeping the portal busy with trying.</summary>
public static class ReceiptLimit
{
    public const string Policy = "receipts";
    public const int PerMinute = 20;

    public static IServiceCollection AddReceiptLimit(this IServiceCollection services) => services.AddRateLimiter(options =>
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.AddPolicy(Policy, http => RateLimitPartition.GetFixedWindowLimiter(http.Connection.RemoteIpAddress?.ToString() ?? "", _ => new FixedWindowRateLimiterOptions { PermitLimit = http.RequestServices.GetRequiredService<IConfiguration>().GetValue("Portal:ReceiptsPerMinute", PerMinute), Window = TimeSpan.FromMinutes(1), QueueLimit = 0 }));
    });
}
