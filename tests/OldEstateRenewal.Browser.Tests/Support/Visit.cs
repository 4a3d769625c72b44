using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace OldEstateRenewal.Browser.Tests.Support;

/// <summary>One person at one browser: finds things by the labels they see, and notes whatever goes wrong unseen.</summary>
public sealed partial class Visit : IAsyncDisposable
{
    private readonly List<string> complaints = [];

    private Visit(IBrowserContext context, IPage page) => (Context, Page) = (context, page);

    public IBrowserContext Context { get; }

    public IPage Page { get; private set; }

    /// <summary>Console errors, refused contents and failed requests so far.</summary>
    public IReadOnlyList<string> Complaints => complaints;

    public static async Task<Visit> OpenAsync(Stage stage, bool javaScript = true, int width = 1280, string? cookies = null)
    {
        var context = await stage.Browser.NewContextAsync(new()
        {
            BaseURL = stage.Portal.Address.ToString(),
            JavaScriptEnabled = javaScript,
            StorageState = cookies,
            Locale = "zh-CN",
            TimezoneId = "Asia/Shanghai",
            ViewportSize = new() { Width = width, Height = width < 600 ? 740 : 900 },
        });
        context.SetDefaultTimeout(30_000);
        var visit = new Visit(context, await context.NewPageAsync());
        visit.Watch(visit.Page);
        return visit;
    }

    public async Task SignInAsync(string userName, string password = PortalProcess.Password)
    {
        await Page.GotoAsync("/sign-in");
        await Page.GetByLabel("账号").FillAsync(userName);
        await Page.GetByLabel("口令").FillAsync(password);
        await PressAsync("登录");
    }

    /// <summary>A second tab of the same person.</summary>
    public async Task<IPage> NewTabAsync()
    {
        var tab = await Context.NewPageAsync();
        Watch(tab);
        return tab;
    }

    public void LookAt(IPage tab) => Page = tab;

    public Task GoAsync(string path) => Page.GotoAsync(path);

    public Task FollowAsync(string link) => Page.GetByRole(AriaRole.Link, new() { Name = link, Exact = true }).First.ClickAsync();

    public Task ChooseAsync(string section) =>
        Page.GetByRole(AriaRole.Navigation, new() { Name = "主导航" }).GetByRole(AriaRole.Link, new() { Name = section, Exact = true }).ClickAsync();

    public Task PressAsync(string button) => Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    public Task FillAsync(string label, string text) => Page.GetByLabel(label, new() { Exact = true }).FillAsync(text);

    public Task AnswerAsync(string question, string answer) =>
        Page.GetByRole(AriaRole.Group, new() { Name = question, Exact = true }).GetByLabel(answer, new() { Exact = true }).CheckAsync();

    public Task SeeAsync(string text) => Assertions.Expect(Page.Locator("main")).ToContainTextAsync(text);

    public Task SeeHeadingAsync(string text) => Assertions.Expect(Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(text);

    public Task SeeButtonAsync(string name) => Assertions.Expect(Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true })).ToBeVisibleAsync();

    public Task SeeNoButtonAsync(string name) => Assertions.Expect(Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true })).ToHaveCountAsync(0);

    public Task SeeNoLinkAsync(string name) => Assertions.Expect(Page.GetByRole(AriaRole.Link, new() { Name = name, Exact = true })).ToHaveCountAsync(0);

    /// <summary>The file a link gives.</summary>
    public async Task<string> DownloadAsync(string link)
    {
        var download = await Page.RunAndWaitForDownloadAsync(() => FollowAsync(link));
        // Chromium keeps it in a folder of its own until the visit ends.
        return await download.PathAsync();
    }

    public async ValueTask DisposeAsync() => await Context.DisposeAsync();

    private void Watch(IPage page)
    {
        page.Console += (_, message) => Note(message.Type == "error" && !IsAnswerWithStatus().IsMatch(message.Text), $"console: {message.Text}");
        page.PageError += (_, error) => Note(true, $"script: {error}");
        page.RequestFailed += (_, request) => Note(request.Failure != "net::ERR_ABORTED", $"failed: {request.Url} {request.Failure}");
        page.Response += (_, response) => Note(response.Status >= 500 || response.Status >= 400 && response.Request.ResourceType != "document", $"answer {response.Status}: {response.Url}");
    }

    private void Note(bool isWrong, string what)
    {
        if (!isWrong) return;
        lock (complaints) complaints.Add(what);
    }

    // Pages may answer 403, 404 or 422; what else fails is noted as an answer.
    [GeneratedRegex("^Failed to load resource: the server responded with a status of 4")]
    private static partial Regex IsAnswerWithStatus();
}
