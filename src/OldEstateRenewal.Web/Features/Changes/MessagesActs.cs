namespace OldEstateRenewal.Web.Features.Changes;

/// <summary>Acts on messages from city to county, and on the calendars of persons.</summary>
internal static class MessagesActs
{
    public static readonly IReadOnlyDictionary<string, string> Words = new Dictionary<string, string>
    {
        ["MessageDrafted"] = "督办通知拟稿",
        ["MessageEdited"] = "修改督办通知拟稿",
        ["MessageSent"] = "发出督办通知",
        ["MessageDiscarded"] = "删除督办通知拟稿",
        ["MessageRead"] = "阅读督办通知",
        ["MessageAnswered"] = "答复督办通知",
        ["CalendarFeedMade"] = "开通日历订阅",
        ["CalendarFeedRevoked"] = "停用日历订阅",
    };
}
