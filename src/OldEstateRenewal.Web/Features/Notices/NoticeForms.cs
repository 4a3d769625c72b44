using System.ComponentModel.DataAnnotations;
using OldEstateRenewal.Domain.Planning;

namespace OldEstateRenewal.Web.Features.Notices;

/// <summary>A notice as drafted.</summary>
public sealed class NoticeForm
{
    [Required(ErrorMessage = "请选择公示种类。"), EnumDataType(typeof(NoticeKind), ErrorMessage = "请选择公示种类。")]
    public NoticeKind? Kind { get; set; }

    /// <summary>Empty where no document asks for the notice.</summary>
    [StringLength(60, ErrorMessage = "请从列出的依据中选择。")]
    public string? RuleKey { get; set; }

    [Required(ErrorMessage = "请填写标题。"), StringLength(Notice.TitleLength, ErrorMessage = "标题不超过 {1} 字。")]
    public string? Title { get; set; }

    [Required(ErrorMessage = "请填写正文。"), StringLength(Notice.TextLength, ErrorMessage = "正文不超过 {1} 字。")]
    public string? Text { get; set; }

    [Required(ErrorMessage = "请填写发布单位。"), StringLength(Notice.BodyLength, ErrorMessage = "发布单位不超过 {1} 字。")]
    public string? Body { get; set; }

    [Required(ErrorMessage = "请填写张贴地点。"), StringLength(Notice.PlaceLength, ErrorMessage = "张贴地点不超过 {1} 字。")]
    public string? Place { get; set; }

    [Required(ErrorMessage = "请填写联系方式，公示期间群众据此提出意见。"), StringLength(Notice.ContactLength, ErrorMessage = "联系方式不超过 {1} 字。")]
    public string? Contact { get; set; }

    /// <summary>Only where no document says.</summary>
    [Range(1, Notice.MostDays, ErrorMessage = "天数应为 1 至 {2} 的整数。")]
    public int? Days { get; set; }

    [EnumDataType(typeof(DayUnit), ErrorMessage = "请选择日历日或工作日。")]
    public DayUnit Chosen { get; set; } = DayUnit.Unstated;

    /// <summary>The closed ballot whose result is published, for the masked list.</summary>
    public Guid? Ballot { get; set; }

    /// <summary>The version of the scheme that is published; only for a notice of the scheme.</summary>
    public Guid? SchemeId { get; set; }

    public long Version { get; set; }

    public static NoticeForm Of(Notice notice) => new()
    {
        Kind = notice.Kind,
        RuleKey = notice.RuleKey,
        SchemeId = notice.SchemeId,
        Title = notice.Title,
        Text = notice.Text,
        Body = notice.Body,
        Place = notice.Place,
        Contact = notice.Contact,
        Days = notice.Days,
        Chosen = notice.Chosen,
        Version = notice.Version,
    };
}

/// <summary>A step of a notice: posted on a day, withdrawn for a reason.</summary>
public sealed class NoticeStepForm
{
    public DateOnly? On { get; set; }

    [StringLength(Notice.ReasonLength, ErrorMessage = "原因不超过 {1} 字。")]
    public string? Reason { get; set; }

    public long Version { get; set; }
}

public sealed class NoticePhotoForm
{
    [Required(ErrorMessage = "请选择照片的时点。"), EnumDataType(typeof(NoticePhase), ErrorMessage = "请选择照片的时点。")]
    public NoticePhase? Phase { get; set; }

    [Required(ErrorMessage = "请填写拍摄日期。")]
    public DateOnly? TakenOn { get; set; }
}

public sealed class ObjectionForm
{
    [Required(ErrorMessage = "请选择来源。"), EnumDataType(typeof(ObjectionChannel), ErrorMessage = "请选择来源。")]
    public ObjectionChannel? Channel { get; set; }

    [StringLength(NoticeObjection.PersonLength, ErrorMessage = "姓名不超过 {1} 字。")]
    public string? Person { get; set; }

    [Required(ErrorMessage = "请填写异议内容。"), StringLength(NoticeObjection.TextLength, ErrorMessage = "异议内容不超过 {1} 字。")]
    public string? Text { get; set; }

    [Required(ErrorMessage = "请填写收到日期。")]
    public DateOnly? ReceivedOn { get; set; }
}

public sealed class ReplyForm
{
    [EnumDataType(typeof(ReplyKind), ErrorMessage = "请选择处理方式。")]
    public ReplyKind ReplyKind { get; set; }

    [Required(ErrorMessage = "请填写异议摘要。"), StringLength(NoticeReply.SummaryLength, ErrorMessage = "异议摘要不超过 {1} 字。")]
    public string? Summary { get; set; }

    [Required(ErrorMessage = "请填写答复内容。"), StringLength(NoticeReply.TextLength, ErrorMessage = "答复不超过 {1} 字。")]
    public string? Answer { get; set; }

    [Required(ErrorMessage = "请填写答复日期。")]
    public DateOnly? RepliedOn { get; set; }

    public bool IsPublished { get; set; }
}

/// <summary>An objection written on the public page.</summary>
public sealed class PublicObjectionForm
{
    [StringLength(NoticeObjection.PersonLength, ErrorMessage = "姓名不超过 {1} 字。")]
    public string? Name { get; set; }

    [Required(ErrorMessage = "请写明您的意见。"), StringLength(NoticeObjection.TextLength, ErrorMessage = "意见不超过 {1} 字。")]
    public string? Text { get; set; }
}
