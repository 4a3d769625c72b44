using OldEstateRenewal.Web.Features.Shared;

namespace OldEstateRenewal.Web.Features.Messages;

/// <summary>How far a county has come with a message.</summary>
public enum MessageStanding
{
    /// <summary>未读.</summary>
    Unread,

    /// <summary>已读: no answer is asked for.</summary>
    Read,

    /// <summary>已读未答复.</summary>
    Unanswered,

    /// <summary>逾期未答复, read or not.</summary>
    Overdue,

    /// <summary>已答复.</summary>
    Answered,

    /// <summary>逾期答复.</summary>
    AnsweredLate,
}

/// <summary>A county that a message names, with who has read it and what was answered.</summary>
public sealed record MessageCounty(Guid Id, string Name, IReadOnlyList<MessageReading> Readings, IReadOnlyList<MessageAnswer> Answers)
{
    public MessageStanding Standing(Message message, DateOnly today) => message.AnswerBy is { } due
        ? Answers.Count > 0 ? Answers[0].At > due.AtEndOfDay() ? MessageStanding.AnsweredLate : MessageStanding.Answered
            : today > due ? MessageStanding.Overdue : Readings.Count > 0 ? MessageStanding.Unanswered : MessageStanding.Unread
        : Answers.Count > 0 ? MessageStanding.Answered : Readings.Count > 0 ? MessageStanding.Read : MessageStanding.Unread;
}

/// <param name="Counties">Those it names, or the reader's own county alone.</param>
public sealed record MessageLine(Message Message, IReadOnlyList<MessageCounty> Counties)
{
    public int Count(DateOnly today, params MessageStanding[] standings) => Counties.Count(county => standings.Contains(county.Standing(Message, today)));
}

/// <param name="Choice">The counties that a draft may name; empty for whoever cannot write.</param>
public sealed record MessagePage(Message Message, string From, IReadOnlyList<MessageCounty> Counties, IReadOnlyList<(Guid Id, string Name)> Choice, DateOnly Today)
{
    public MessageForm Form { get; init; } = MessageForm.Of(Message);

    public MessageAnswerForm Answer { get; init; } = new();
}

/// <summary>The form of a message that is not yet there.</summary>
public sealed record MessageEditor(MessageForm Form, IReadOnlyList<(Guid Id, string Name)> Choice);
