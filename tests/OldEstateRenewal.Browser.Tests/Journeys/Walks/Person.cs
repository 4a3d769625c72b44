using Microsoft.Playwright;
using OldEstateRenewal.Browser.Tests.Support;

namespace OldEstateRenewal.Browser.Tests.Journeys.Walks;

/// <summary>Someone with an account and a browser of their own; signs in on the first page of a day, and keeps the page open.</summary>
public sealed class Person(WalkPortal portal, IBrowserContext context, string userName) : IAsyncDisposable
{
    private DateOnly signedInOn;
    private IPage? page;

    public List<string> Complaints { get; } = [];

    public static async Task<Person> ComeAsync(Stage stage, WalkPortal portal, string userName)
    {
        var context = await stage.Browser.NewContextAsync(new() { BaseURL = portal.Address, Locale = "zh-CN", TimezoneId = "Asia/Shanghai", ViewportSize = new() { Width = 1280, Height = 900 } });
        context.SetDefaultTimeout(30_000);
        return new Person(portal, context, userName);
    }

    public async Task<Clerk> SitDownAsync()
    {
        page = await context.NewPageAsync();
        page.PageError += (_, error) => Note($"script: {error}");
        page.Console += (_, message) => { if (message.Type == "error" && !message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal)) Note($"console: {message.Text}"); };
        page.Response += (_, response) => { if (response.Status >= 500) Note($"answer {response.Status}: {response.Url}"); };
        return new Clerk(this, page);
    }

    public bool IsSignedIn => signedInOn == portal.Clock.Today;

    /// <summary>A sign-in lasts half an hour: another day begins with another one.</summary>
    public async Task SignInAsync()
    {
        if (IsSignedIn) return;
        await page!.GotoAsync("/sign-in");
        await page.GetByLabel("账号").FillAsync(userName);
        await page.GetByLabel("口令").FillAsync(WalkPortal.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "登录", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "退出", Exact = true }).WaitForAsync();
        signedInOn = portal.Clock.Today;
    }

    public ValueTask DisposeAsync() => context.DisposeAsync();

    private void Note(string what)
    {
        lock (Complaints) Complaints.Add(what);
    }
}
