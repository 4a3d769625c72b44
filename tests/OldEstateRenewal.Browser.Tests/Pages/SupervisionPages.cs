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
        new("bulletins-county", "bureau@donge", visit => visit.GoAsync("/donge/bulletins")),
    ];
}
