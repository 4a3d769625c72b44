using System.ComponentModel.DataAnnotations;
using OldEstateRenewal.Documents.Papers;
using OldEstateRenewal.Web.Features.Shared;

namespace OldEstateRenewal.Web.Features.Reports;

/// <summary>One report to be made.</summary>
public sealed class ReportForm
{
    public int? Year { get; set; }

    public Guid? Project { get; set; }

    public Guid? Estate { get; set; }

    [StringLength(10, ErrorMessage = "请从列出的调度周中选择。")]
    public string? Week { get; set; }

    public ReportFormat? Format { get; set; }

    /// <summary>后台生成.</summary>
    public bool Behind { get; set; }

    public ReportValues Values => new() { Year = Year, Project = Project, Estate = Estate, Week = Week.OrNull() };

    public static ReportForm Of(ReportValues values) => new() { Year = values.Year, Project = values.Project, Estate = values.Estate, Week = values.Week };
}

/// <summary>Several reports in one archive.</summary>
public sealed class ReportBatchForm
{
    public List<string?> Keys { get; set; } = [];

    public int? Year { get; set; }

    public Guid? Project { get; set; }

    public Guid? Estate { get; set; }

    [StringLength(10, ErrorMessage = "请从列出的调度周中选择。")]
    public string? Week { get; set; }

    public ReportFormat? Format { get; set; }

    public ReportValues Values => new() { Year = Year, Project = Project, Estate = Estate, Week = Week.OrNull() };
}

/// <summary>A report to be made again and again.</summary>
public sealed class ReportScheduleForm
{
    public int? Year { get; set; }

    public Guid? Project { get; set; }

    public Guid? Estate { get; set; }

    [StringLength(10, ErrorMessage = "请从列出的调度周中选择。")]
    public string? Week { get; set; }

    public ReportFormat? Format { get; set; }

    [Required(ErrorMessage = "请选择每周或每月。")]
    public ReportCycle? Cycle { get; set; }

    [Required(ErrorMessage = "请填写日。")]
    public int? Day { get; set; }

    [Required(ErrorMessage = "请填写时。"), Range(0, 23, ErrorMessage = "时应在 0 至 23 之间。")]
    public int? Hour { get; set; }

    public ReportValues Values => new() { Year = Year, Project = Project, Estate = Estate, Week = Week.OrNull() };
}

/// <summary>公文版式 as it is typed.</summary>
public sealed class TemplateForm : IValidatableObject
{
    [StringLength(PaperTemplateVersion.MarkLength, ErrorMessage = "发文机关标志不超过 {1} 字。")]
    public string? Mark { get; set; }

    /// <summary>One on each line.</summary>
    [Required(ErrorMessage = "请填写署名机关。"), StringLength(400, ErrorMessage = "署名机关不超过 {1} 字。")]
    public string? Signatories { get; set; }

    public SealPlace Seal { get; set; } = SealPlace.OverSignature;

    [StringLength(PaperTemplateVersion.FontLength, ErrorMessage = "字体名称不超过 {1} 字。")]
    public string? TitleFont { get; set; }

    [StringLength(PaperTemplateVersion.FontLength, ErrorMessage = "字体名称不超过 {1} 字。")]
    public string? BodyFont { get; set; }

    [StringLength(PaperTemplateVersion.FontLength, ErrorMessage = "字体名称不超过 {1} 字。")]
    public string? FirstHeadingFont { get; set; }

    [StringLength(PaperTemplateVersion.FontLength, ErrorMessage = "字体名称不超过 {1} 字。")]
    public string? SecondHeadingFont { get; set; }

    [StringLength(PaperTemplateVersion.FontLength, ErrorMessage = "字体名称不超过 {1} 字。")]
    public string? PrintedTitleFont { get; set; }

    [StringLength(PaperTemplateVersion.FontLength, ErrorMessage = "字体名称不超过 {1} 字。")]
    public string? PrintedBodyFont { get; set; }

    public IReadOnlyList<string> Bodies => (Signatories ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Bodies.Count is 0 or > PaperTemplateVersion.MostBodies) yield return new ValidationResult($"署名机关每行一个，1 至 {PaperTemplateVersion.MostBodies} 个。", [nameof(Signatories)]);
        if (Bodies.Any(body => body.Length > PaperTemplateVersion.BodyLength)) yield return new ValidationResult($"每个署名机关不超过 {PaperTemplateVersion.BodyLength} 字。", [nameof(Signatories)]);
        if (!Enum.IsDefined(Seal)) yield return new ValidationResult("请选择用印方式。", [nameof(Seal)]);
    }

    public static TemplateForm Of(PaperTemplate template, PaperTemplateVersion? kept) => new()
    {
        Mark = template.Mark,
        Signatories = string.Join("\n", template.Signatories),
        Seal = template.Seal,
        TitleFont = kept?.TitleFont,
        BodyFont = kept?.BodyFont,
        FirstHeadingFont = kept?.FirstHeadingFont,
        SecondHeadingFont = kept?.SecondHeadingFont,
        PrintedTitleFont = kept?.PrintedTitleFont,
        PrintedBodyFont = kept?.PrintedBodyFont,
    };
}
