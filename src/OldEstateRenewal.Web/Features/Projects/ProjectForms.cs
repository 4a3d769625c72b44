using System.ComponentModel.DataAnnotations;

namespace OldEstateRenewal.Web.Features.Projects;

/// <summary>What is typed when projects are made of a plan, or one is edited.</summary>
public sealed class ProjectForm
{
    [Required(ErrorMessage = "请填写项目名称。"), StringLength(Project.NameLength, ErrorMessage = "名称不超过 {1} 字。")]
    public string? Name { get; set; }

    [StringLength(Project.ModeLength, ErrorMessage = "请从列出的改造方式中选择。")]
    public string? ModeKey { get; set; }

    [StringLength(Project.RemarkLength, ErrorMessage = "说明不超过 {1} 字。")]
    public string? Remark { get; set; }

    public List<Guid> Estates { get; set; } = [];

    public long Version { get; set; }
}

/// <summary>A stage was reached, or is to be done again.</summary>
public sealed class StageForm
{
    public DateOnly? On { get; set; }

    [StringLength(ProjectStep.RemarkLength, ErrorMessage = "说明不超过 {1} 字。")]
    public string? Remark { get; set; }
}

/// <summary>The days planned for the stages, by key.</summary>
public sealed class ScheduleForm
{
    public Dictionary<string, DateOnly?> On { get; set; } = [];

    [StringLength(ProjectStep.RemarkLength, ErrorMessage = "说明不超过 {1} 字。")]
    public string? Remark { get; set; }
}

/// <summary>A paper with its files.</summary>
public sealed class PaperForm
{
    [StringLength(ProjectPaper.TextLength, ErrorMessage = "文号不超过 {1} 字。")]
    public string? Number { get; set; }

    [StringLength(ProjectPaper.TextLength, ErrorMessage = "出具单位不超过 {1} 字。")]
    public string? Issuer { get; set; }

    public DateOnly? IssuedOn { get; set; }
}
