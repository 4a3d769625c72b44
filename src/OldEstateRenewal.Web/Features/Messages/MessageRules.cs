using OldEstateRenewal.Web.Features.Shared;

namespace OldEstateRenewal.Web.Features.Messages;

/// <summary>Why something cannot be done with a message now; an empty list means that it can.</summary>
public static class MessageRules
{
    public static IReadOnlyList<string> WhyNotEdit(Message message) => message.State == MessageState.Sent ? [$"已于 {message.SentAt!.Value.ToChinaText()} 发出，不能改动；有补充的另发一件。"] : [];

    public static IReadOnlyList<string> WhyNotSend(Message message, IReadOnlyCollection<Guid> counties, DateOnly today) =>
    [
        .. WhyNotEdit(message),
        .. message.CountyIds.Any(id => !counties.Contains(id)) ? ["发送对象中有不在本市的县（市、区），请重新选择。"] : Array.Empty<string>(),
        .. message.AnswerBy < today ? ["答复期限已经过去，请先修改。"] : Array.Empty<string>(),
    ];
}
