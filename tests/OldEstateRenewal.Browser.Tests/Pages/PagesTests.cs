using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using OldEstateRenewal.Browser.Tests.Support;

namespace OldEstateRenewal.Browser.Tests.Pages;

/// <summary>Every page, on a desk and on a telephone: accessible, quiet, and no wider than the screen. Leaves a picture of each.</summary>
public sealed class PagesTests(Stage stage, PagesFixture plans) : BrowserTest(stage), IClassFixture<PagesFixture>
{
    private const int Desk = 1280;
    private const int Phone = 360;

    private static readonly AxeRunOptions wcag = new()
    {
        RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
        ResultTypes = [ResultType.Violations],
    };

    public static TheoryData<string> Names => [.. PortalPages.All.Select(page => page.Name)];

    [Theory, MemberData(nameof(Names))]
    public async Task Page_OnDeskAndPhone_IsAccessibleAndFits(string name)
    {
        Assert.NotNull(plans);
        var wanted = PortalPages.All.Single(page => page.Name == name);
        var visit = wanted.Account is null ? await VisitAsync() : await SignedInAsync(wanted.Account);
        await wanted.OpenAsync(visit);

        var problems = await LookAsync(visit, name, Desk);
        await visit.Page.SetViewportSizeAsync(Phone, 740);
        problems.AddRange(await LookAsync(visit, name, Phone));

        if (problems.Count > 0) Assert.Fail(string.Join("\n", problems));
    }

    private static async Task<List<string>> LookAsync(Visit visit, string name, int width)
    {
        await visit.Page.WaitForLoadStateAsync(LoadState.Load);
        await visit.Page.ScreenshotAsync(new() { Path = Path.Combine(Repository.Screenshots, $"{name}-{width}.png"), FullPage = true });
        var problems = (await visit.Page.RunAxe(wcag)).Violations
            .Select(violation => $"{width}: {violation.Id} ({violation.Impact}): {violation.Help}: {string.Join(" | ", violation.Nodes.Take(3).Select(node => node.Html))}").ToList();
        var excess = await visit.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        if (excess > 0) problems.Add($"{width}: the page is {excess} px wider than the screen");
        return problems;
    }
}
