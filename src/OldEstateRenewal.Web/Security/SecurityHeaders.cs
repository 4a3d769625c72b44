namespace OldEstateRenewal.Web.Security;

/// <summary>What browsers are told with every answer: only our own scripts and styles, no frames, no guessing, no caching of pages.</summary>
public static class SecurityHeaders
{
    private const string ContentSecurityPolicy =
        "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    /// <summary>Outside the demonstration nothing but health checks is served in clear: cookies and passwords would travel in it.</summary>
    public static IApplicationBuilder UseHttpsOnly(this IApplicationBuilder app) => app.UseForwardedHeaders().UseHsts().Use(async (http, next) =>
    {
        if (http.Request.IsHttps || http.Request.Path == "/healthz" || http.Request.Path == "/readyz")
        {
            await next(http);
            return;
        }

        http.Response.StatusCode = StatusCodes.Status400BadRequest;
        http.Response.ContentType = "text/plain; charset=utf-8";
        await http.Response.WriteAsync("本系统只能经 HTTPS 访问。");
    });

    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = ContentSecurityPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=()";
        http.Response.OnStarting(() =>
        {
            if (http.Response.ContentType?.StartsWith("text/html", StringComparison.Ordinal) == true) headers.CacheControl = "no-store";
            return Task.CompletedTask;
        });
        return next(http);
    });
}
