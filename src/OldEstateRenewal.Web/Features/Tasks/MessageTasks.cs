using System.Globalization;
using OldEstateRenewal.Web.Features.Messages;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Tasks;

/// <summary>Messages of the city that ask for an answer the county has not given, and those that the person has not opened.</summary>
public sealed class MessageTasks(MessageReader reader, CurrentAccess access) : ITaskSource
{
    public async Task<IReadOnlyList<WaitingTask>> ReadAsync() => access.May(Duty.AnswerMessages) ? (await reader.IndexAsync()).Select(Of).OfType<WaitingTask>().ToList() : [];

    private WaitingTask? Of(MessageLine line)
    {
        var (message, county) = (line.Message, line.Counties[0]);
        var isUnread = county.Readings.All(reading => reading.ById != access.Value.UserId);
        var isOwed = message.AnswerBy is not null && county.Answers.Count == 0;
        if (!isOwed && !isUnread) return null;
        var act = isOwed ? "答复" : "阅读";
        return new WaitingTask($"message-{message.Id}", $"{act}督办通知：{message.Title}", $"/messages/{message.Id}", TaskBodies.Bureau, isOwed ? "市级督办通知写明的答复期限" : "市级督办通知")
        {
            DueOn = isOwed ? message.AnswerBy : null,
            Standing = isOwed ? null : "未读",
            IsMine = true,
            Outside = string.Create(CultureInfo.InvariantCulture, $"{act}督办通知（{message.SentAt!.Value.ToChina():M月d日}发出）"),
        };
    }
}
