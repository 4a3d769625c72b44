using System.ComponentModel.DataAnnotations;
using OldEstateRenewal.Documents.Pdf;
using OldEstateRenewal.Documents.Tables;
using OldEstateRenewal.Web.Features.Projects;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Tenancy;

namespace OldEstateRenewal.Web.Features.Sites;

public enum SiteNoticeKind
{
    /// <summary>停水.</summary>
    Water,

    /// <summary>停电.</summary>
    Power,

    /// <summary>停气.</summary>
    Gas,

    /// <summary>道路封闭.</summary>
    Road,
}

/// <summary>What is typed for a notice on the wall. Nothing of it is kept.</summary>
public sealed class SiteNoticeForm : IValidatableObject
{
    [Required(ErrorMessage = "请选择通知种类。")]
    public SiteNoticeKind? Kind { get; set; }

    [Required(ErrorMessage = "请选择小区或楼栋。")]
    public Guid? PlaceId { get; set; }

    [StringLength(100, ErrorMessage = "范围不超过 {1} 字。")]
    public string? Part { get; set; }

    [Required(ErrorMessage = "请填写原因。"), StringLength(100, ErrorMessage = "原因不超过 {1} 字。")]
    public string? Reason { get; set; }

    [Required(ErrorMessage = "请填写开始日期。")]
    public DateOnly? FromOn { get; set; }

    [Required(ErrorMessage = WallTime.Wrong), RegularExpression(WallTime.Pattern, ErrorMessage = WallTime.Wrong)]
    public string? FromTime { get; set; } = "08:00";

    [Required(ErrorMessage = "请填写恢复日期。")]
    public DateOnly? UntilOn { get; set; }

    [Required(ErrorMessage = WallTime.Wrong), RegularExpression(WallTime.Pattern, ErrorMessage = WallTime.Wrong)]
    public string? UntilTime { get; set; } = "18:00";

    [StringLength(100, ErrorMessage = "替代办法不超过 {1} 字。")]
    public string? Instead { get; set; }

    [Required(ErrorMessage = "请填写联系电话。"), StringLength(60, ErrorMessage = "电话不超过 {1} 字。")]
    public string? Phone { get; set; }

    [Required(ErrorMessage = "请填写张贴单位。"), StringLength(60, ErrorMessage = "张贴单位不超过 {1} 字。")]
    public string? Issuer { get; set; }

    public DateTime? From => WallTime.At(FromOn, FromTime);

    public DateTime? Until => WallTime.At(UntilOn, UntilTime);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (From >= Until) yield return new ValidationResult("恢复时间应在开始之后。", [nameof(UntilOn)]);
    }
}

public sealed record SiteNoticeEditor(Project Project, IReadOnlyList<(Guid Id, string Name)> Places, SiteNoticeForm Form);

/// <summary>停水、停电、停气、道路封闭通知, large enough for a wall.</summary>
public sealed record SiteNotice(string Place, SiteNoticeForm Form, Tenant Tenant, DateTimeOffset MadeAt)
{
    private static readonly PaperText title = new(44, PaperFace.Title, ColumnAlignment.Center);
    private static readonly PaperText body = new(20);
    private static readonly PaperText large = new(24, PaperFace.Heading);

    private SiteNoticeKind Kind => Form.Kind!.Value;

    public string Where => Form.Part.OrNull() is { } part ? $"{Place}{part}" : Place;

    public PaperHead Head => new($"{Where}{Kind.Name()}通知", Tenant.Name, MadeAt);

    public void Draw(PdfPaper paper)
    {
        paper.Skip(8);
        paper.Write($"{Kind.Name()}通知", title);
        if (Tenant.IsDemonstration) paper.Write("演示，非真实信息", new PaperText(12, PaperFace.Body, ColumnAlignment.Center));
        paper.Skip(12);
        paper.Write($"{Where}各住户：", body);
        paper.Skip(4);
        paper.Write($"　　因{Form.Reason!.Trim()}，下列时间{Kind.Name()}：", body);
        paper.Skip(6);
        paper.Write($"{(Kind == SiteNoticeKind.Road ? "封闭" : Kind.Name())}：{WallTime.InWords(Form.From)}", large, 10);
        paper.Skip(2);
        paper.Write($"恢复：{WallTime.InWords(Form.Until)}", large, 10);
        paper.Skip(6);
        paper.Write("　　" + Advice(Kind), body);
        if (Form.Instead.OrNull() is { } instead) Item(paper, Kind switch { SiteNoticeKind.Water => "临时取水点", SiteNoticeKind.Road => "绕行路线", _ => "替代办法" }, instead);
        Item(paper, "联系电话", Form.Phone!.Trim());
        paper.Skip(18);
        paper.Write($"{Form.Issuer!.Trim()}（盖章）\n　　　　年　　月　　日", body with { Alignment = ColumnAlignment.Right });
    }

    private static string Advice(SiteNoticeKind kind) => kind switch
    {
        SiteNoticeKind.Water => "请提前储水，关好家中水龙头；施工时请家中留人。给您带来不便，敬请谅解。",
        SiteNoticeKind.Power => "请提前关闭电器，电梯停用，行动不便的住户请提前安排。给您带来不便，敬请谅解。",
        SiteNoticeKind.Gas => "请关闭灶前阀；恢复供气前请勿自行开启。给您带来不便，敬请谅解。",
        _ => "请提前移走车辆，按现场指引绕行；消防、急救车辆由现场人员引导。给您带来不便，敬请谅解。",
    };

    private static void Item(PdfPaper paper, string name, string text)
    {
        paper.Skip(5);
        paper.Write($"{name}：{text}", large);
    }
}
