namespace OldEstateRenewal.Web.Features.Messages;

public static class MessageWords
{
    public static string Name(this MessageState state) => state == MessageState.Sent ? "已发出" : "拟稿";

    public static string Name(this MessageStanding standing) => standing switch
    {
        MessageStanding.Unread => "未读",
        MessageStanding.Read => "已读",
        MessageStanding.Unanswered => "已读未答复",
        MessageStanding.Overdue => "逾期未答复",
        MessageStanding.Answered => "已答复",
        _ => "逾期答复",
    };

    public static string Css(this MessageStanding standing) => standing switch
    {
        MessageStanding.Overdue => "bad",
        MessageStanding.Unread or MessageStanding.Unanswered or MessageStanding.AnsweredLate => "warn",
        _ => "good",
    };
}
