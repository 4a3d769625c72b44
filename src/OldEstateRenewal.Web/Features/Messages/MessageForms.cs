using System.ComponentModel.DataAnnotations;

namespace OldEstateRenewal.Web.Features.Messages;

public sealed class MessageForm
{
    public long Version { get; set; }

    [Required(ErrorMessage = "请填写标题。"), StringLength(Message.TitleLength, ErrorMessage = "标题不超过 {1} 字。")]
    public string? Title { get; set; }

    [Required(ErrorMessage = "请填写正文。"), StringLength(Message.TextLength, ErrorMessage = "正文不超过 {1} 字。")]
    public string? Text { get; set; }

    public DateOnly? AnswerBy { get; set; }

    public List<Guid> Counties { get; set; } = [];

    public static MessageForm Of(Message message) => new() { Version = message.Version, Title = message.Title, Text = message.Text, AnswerBy = message.AnswerBy, Counties = [.. message.CountyIds] };
}

public sealed class MessageStepForm
{
    public long Version { get; set; }
}

public sealed class MessageAnswerForm
{
    [Required(ErrorMessage = "请填写答复。"), StringLength(MessageAnswer.TextLength, ErrorMessage = "答复不超过 {1} 字。")]
    public string? Text { get; set; }
}
