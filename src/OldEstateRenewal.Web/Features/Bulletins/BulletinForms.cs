using System.ComponentModel.DataAnnotations;

namespace OldEstateRenewal.Web.Features.Bulletins;

public sealed class BulletinStartForm
{
    [Required(ErrorMessage = "请填写计划年度。"), Range(2015, 2100, ErrorMessage = "计划年度应在 {1} 至 {2} 之间。")]
    public int? PlanYear { get; set; }

    /// <summary>yyyy-MM.</summary>
    [Required(ErrorMessage = "请选择月份。")]
    public string? Month { get; set; }

    [StringLength(Bulletin.ReasonLength, ErrorMessage = "更正的理由不超过 {1} 字。")]
    public string? Reason { get; set; }
}

public sealed class BulletinForm
{
    public long Version { get; set; }

    [Required(ErrorMessage = "请填写标题。"), StringLength(Bulletin.TitleLength, ErrorMessage = "标题不超过 {1} 字。")]
    public string? Title { get; set; }

    [Required(ErrorMessage = "请填写总体进展。"), StringLength(Bulletin.TextLength, ErrorMessage = "总体进展不超过 {1} 字。")]
    public string? Opening { get; set; }

    [StringLength(Bulletin.TextLength, ErrorMessage = "表扬不超过 {1} 字。")]
    public string? Praise { get; set; }

    [StringLength(Bulletin.TextLength, ErrorMessage = "通报不超过 {1} 字。")]
    public string? Naming { get; set; }

    [StringLength(Bulletin.TextLength, ErrorMessage = "下一步要求不超过 {1} 字。")]
    public string? Demands { get; set; }

    public static BulletinForm Of(Bulletin bulletin) => new() { Version = bulletin.Version, Title = bulletin.Title, Opening = bulletin.Opening, Praise = bulletin.Praise, Naming = bulletin.Naming, Demands = bulletin.Demands };
}

public sealed class BulletinIssueForm
{
    public long Version { get; set; }

    [Required(ErrorMessage = "请填写文号。"), StringLength(Bulletin.NumberLength, ErrorMessage = "文号不超过 {1} 字。")]
    public string? Number { get; set; }

    [Required(ErrorMessage = "请填写印发日期。")]
    public DateOnly? IssuedOn { get; set; }
}

public sealed class BulletinStepForm
{
    public long Version { get; set; }
}
