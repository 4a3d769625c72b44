using OldEstateRenewal.Documents.Papers;

namespace OldEstateRenewal.Web.Features.Bulletins;

/// <summary>Why something cannot be done with a bulletin now; an empty list means that it can.</summary>
public static class BulletinRules
{
    /// <param name="editions">Those of the same month, oldest first.</param>
    public static IReadOnlyList<string> WhyNotStart(DateOnly? month, DateOnly today, IReadOnlyList<Bulletin> editions, bool hasReason) =>
    [
        .. month is null ? ["请选择月份。"] : Array.Empty<string>(),
        .. month > today ? ["这个月还没有开始。"] : Array.Empty<string>(),
        .. editions.Any(edition => edition.State == BulletinState.Draft) ? ["这个月已有拟稿，请在拟稿上修改。"] : Array.Empty<string>(),
        .. editions.Count > 0 && editions.All(edition => edition.State == BulletinState.Issued) && !hasReason ? ["这个月的通报已印发，另发更正的请写明理由。"] : Array.Empty<string>(),
    ];

    public static IReadOnlyList<string> WhyNotEdit(Bulletin bulletin) => bulletin.State == BulletinState.Issued ? [$"已印发（{bulletin.Number}），不能改动；有误的另发更正。"] : [];

    public static IReadOnlyList<string> WhyNotIssue(Bulletin bulletin, BulletinIssueForm form, DateOnly today) =>
    [
        .. WhyNotEdit(bulletin),
        .. bulletin.Rows.All(row => row.Week is null) ? ["没有一个县（市、区）审定过本月的调度，没有可以通报的数字。"] : Array.Empty<string>(),
        .. DocumentNumber.TryRead(form.Number, out _) ? [] : new[] { "文号的格式如 聊建发〔2026〕3号。" },
        .. form.IssuedOn < bulletin.Month || form.IssuedOn > today ? ["印发日期应在该月初至今天之间。"] : Array.Empty<string>(),
    ];
}
