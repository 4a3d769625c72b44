namespace OldEstateRenewal.Browser.Tests.Pages;

/// <summary>Messages from city to county, tasks, the overdue list, the own calendar.</summary>
public static class TaskPages
{
    public static readonly IReadOnlyList<PortalPage> All =
    [
        new("messages", "city@liaocheng", visit => visit.GoAsync("/liaocheng/messages")),
        new("message-new", "city@liaocheng", visit => visit.GoAsync("/liaocheng/messages/new")),
        new("message-draft", "city@liaocheng", visit => visit.GoAsync($"/liaocheng/messages/{TaskSeed.Draft}")),
        new("message-sent", "city@liaocheng", visit => visit.GoAsync($"/liaocheng/messages/{TaskSeed.Sent}")),
        new("messages-county", "bureau@donge", visit => visit.GoAsync("/donge/messages")),
        new("message-county", "leader@donge", visit => visit.GoAsync($"/donge/messages/{TaskSeed.Sent}")),
        new("tasks", "bureau@donge", visit => visit.GoAsync("/donge/tasks")),
        new("tasks-leader", "leader@donge", visit => visit.GoAsync("/donge/tasks")),
        new("overdue", "leader@donge", visit => visit.GoAsync("/donge/tasks/overdue")),
        new("calendar", "leader@donge", visit => visit.GoAsync("/donge/calendar")),
        new("calendar-made", "bureau@donge", async visit =>
        {
            await visit.GoAsync("/donge/calendar");
            await visit.Page.Locator("main form[action$='/calendar'] button").ClickAsync();
            await visit.SeeAsync("订阅地址已生成");
        }),
    ];
}
