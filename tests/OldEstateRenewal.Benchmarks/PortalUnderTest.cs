using System.Net;
using System.Text.RegularExpressions;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Infrastructure;

namespace OldEstateRenewal.Benchmarks;

/// <summary>The portal as it is, signed in.</summary>
internal sealed partial class PortalUnderTest : IAsyncDisposable
{
    private readonly WebApplication app;

    private PortalUnderTest(WebApplication app, string cookie) => (this.app, Cookie) = (app, cookie);

    public string Address => app.Urls.First();
    public string Cookie { get; }

    public static async Task<PortalUnderTest> StartAsync(Stage stage)
    {
        var app = Build(stage.Setup.Connections, "http://127.0.0.1:0");
        await app.StartAsync();
        return new PortalUnderTest(app, await SignInAsync(app.Urls.First()));
    }

    internal static WebApplication Build(PortalConnections connections, string address)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ApplicationName = typeof(Portal).Assembly.GetName().Name, ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(address);
        builder.Configuration["Portal:RequireHttps"] = "false";
        builder.Configuration["Portal:PersonalDataKey"] = Convert.ToBase64String(new byte[32]);
        Portal.AddPortal(builder.Services, builder.Configuration, connections);
        var app = builder.Build();
        Portal.UsePortal(app);
        return app;
    }

    internal static async Task<string> SignInAsync(string address)
    {
        var cookies = new CookieContainer();
        using var http = new HttpClient(new HttpClientHandler { CookieContainer = cookies, AllowAutoRedirect = false }) { BaseAddress = new Uri(address) };
        var token = TokenIn(await http.GetStringAsync("/sign-in"));
        await http.PostAsync("/sign-in", new FormUrlEncodedContent(new Dictionary<string, string> { ["UserName"] = Stage.UserName, ["Password"] = Stage.Password, ["__RequestVerificationToken"] = token }));
        return string.Join("; ", cookies.GetCookies(new Uri(address)).Select(cookie => $"{cookie.Name}={cookie.Value}"));
    }

    internal static string TokenIn(string html) => Token().Match(html).Groups[1].Value;

    [GeneratedRegex("__RequestVerificationToken[^>]*value=\"([^\"]+)\"")]
    private static partial Regex Token();

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
