using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using OldEstateRenewal.Web.Data;

namespace OldEstateRenewal.Web.Security;

public static class SecurityServices
{
    public const int FailuresUntilLockout = 5;
    private static readonly TimeSpan lockout = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan idle = TimeSpan.FromMinutes(30);

    /// <summary>Sign-in: complexity and lock-out as 等保2.0 三级 asks (8.1.4 身份鉴别), a cookie that scripts cannot read.</summary>
    public static IServiceCollection AddPortalSecurity(this IServiceCollection services, bool requireHttps)
    {
        services.AddScoped<CurrentAccess>();
        services.AddSingleton<AccessLookup>();
        services.AddIdentityCore<PortalUser>(options =>
        {
            options.Password.RequiredLength = 10;
            options.Lockout.MaxFailedAccessAttempts = FailuresUntilLockout;
            options.Lockout.DefaultLockoutTimeSpan = lockout;
            options.User.AllowedUserNameCharacters += "@";
        }).AddSignInManager().AddEntityFrameworkStores<PortalDbContext>();
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddCookie(IdentityConstants.ApplicationScheme, options =>
        {
            options.Cookie.Name = requireHttps ? "__Host-portal" : "portal";
            options.Cookie.SecurePolicy = requireHttps ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.Cookie.HttpOnly = true;
            options.LoginPath = "/sign-in";
            options.ReturnUrlParameter = "returnUrl";
            options.ExpireTimeSpan = idle;
        });
        services.AddAuthorization();
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = requireHttps ? "__Host-portal-form" : "portal-form";
            options.Cookie.SecurePolicy = requireHttps ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        });
        services.Configure<CookieTempDataProviderOptions>(options =>
        {
            options.Cookie.Name = requireHttps ? "__Host-portal-notice" : "portal-notice";
            options.Cookie.SecurePolicy = requireHttps ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        });
        // A proxy on this machine may say that the browser came by HTTPS; no other is believed.
        services.Configure<ForwardedHeadersOptions>(options => options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto);
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider =>
            new ConfigureOptions<KeyManagementOptions>(options => options.XmlRepository = new KeyRingRepository(provider.GetRequiredService<PortalDatabase>())));
        services.AddDataProtection().SetApplicationName("OldEstateRenewal");
        return services;
    }
}
