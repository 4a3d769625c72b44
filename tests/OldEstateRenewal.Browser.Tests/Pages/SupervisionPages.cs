namespace OldEstateRenewal.Browser.Tests.Pages;

/// <summary>Dispatch, the city's view, bulletins and the leader's page.</summary>
public static class SupervisionPages
{
    public static readonly IReadOnlyList<PortalPage> All =
    [
        new("overview", "leader@donge", visit => visit.GoAsync("/donge/overview")),
        new("dispatch", "bureau@donge", visit => visit.GoAsync("/donge/dispatch")),
        new("dispatch-week", "leader@donge", async visit =>
        {
            await visit.GoAsync("/donge/dispatch");
            await visit.FollowAsync("本周");
        }),
        new("weekly-sheet", "bureau@donge", async visit =>
        {
            await visit.GoAsync("/donge/dispatch");
            await visit.FollowAsync("本周");
            await visit.FollowAsync(SupervisionSeed.Project);
        }),
        new("supervision", "city@liaocheng", visit => visit.GoAsync("/liaocheng/supervision")),
        new("supervision-county", "city@liaocheng", visit => visit.GoAsync("/liaocheng/supervision/donge")),
        new("ranking-rules", "city@liaocheng", visit => visit.GoAsync("/liaocheng/ranking-rules")),
        new("bulletins", "city@liaocheng", visit => visit.GoAsync("/liaocheng/bulletins")),
        new("bulletin", "city@liaocheng", visit => visit.GoAsync($"/liaocheng/bulletins/{SupervisionSeed.Bulletin}")),
        new("figure", "bureau@donge", async visit =>
        {
            await visit.GoAsync("/donge/dispatch");
            await visit.FollowAsync("本周");
            await visit.Page.GetByText("全部指标").First.ClickAsync();
            await visit.FollowAsync("开工小区数");
        }),
        new("figure-city", "city@liaocheng", async visit =>
        {
            await visit.GoAsync("/liaocheng/supervision");
            await visit.Page.GetByText("全市合计的全部指标").ClickAsync();
            await visit.FollowAsync("完成投资");
        }),
        new("quarters", "bureau@donge", visit => visit.GoAsync("/donge/quarters")),
        new("quarter", "bureau@donge", visit => visit.GoAsync($"/donge/quarters/{SupervisionSeed.Year}/{SupervisionSeed.Quarter}")),
        new("city-quarters", "city@liaocheng", visit => visit.GoAsync("/liaocheng/city-quarters")),
        new("city-quarter", "city@liaocheng", visit => visit.GoAsync($"/liaocheng/city-quarters/{SupervisionSeed.Year}/{SupervisionSeed.Quarter}")),
        new("city-comparison", "city@liaocheng", visit => visit.GoAsync("/liaocheng/city-comparison?section=consent")),
        new("reports", "bureau@linqu", visit => visit.GoAsync("/linqu/reports")),
        new("report", "bureau@linqu", visit => visit.GoAsync("/linqu/reports/estates")),
        new("report-files", "bureau@linqu", visit => visit.GoAsync("/linqu/reports/files")),
        new("report-template", "bureau@linqu", visit => visit.GoAsync("/linqu/reports/template")),
        new("bulletins-county", "bureau@donge", visit => visit.GoAsync("/donge/bulletins")),
    ];
}
