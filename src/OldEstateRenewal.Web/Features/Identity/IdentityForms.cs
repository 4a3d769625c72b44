using System.ComponentModel.DataAnnotations;
using OldEstateRenewal.Web.Features.Estates;

namespace OldEstateRenewal.Web.Features.Identity;

/// <summary>Another name of an estate, as typed.</summary>
public sealed class AliasForm
{
    [Required(ErrorMessage = "请填写名称。"), StringLength(Estate.NameLength, ErrorMessage = "名称不超过 {1} 字。")]
    public string? Name { get; set; }

    public AliasKind Kind { get; set; }

    [StringLength(EstateAlias.NoteLength, ErrorMessage = "说明不超过 {1} 字。")]
    public string? Note { get; set; }
}

/// <summary>A neighbour, named as in the registry.</summary>
public sealed class AdjacencyForm
{
    [Required(ErrorMessage = "请填写相邻小区的名称。"), StringLength(Estate.NameLength, ErrorMessage = "名称不超过 {1} 字。")]
    public string? Neighbour { get; set; }

    [Required(ErrorMessage = "请填写相邻的情况。"), StringLength(EstateAdjacency.ReasonLength, ErrorMessage = "相邻情况不超过 {1} 字。")]
    public string? Reason { get; set; }
}

/// <summary>Estates to be merged into one, as chosen.</summary>
public class MergerForm
{
    [Required(ErrorMessage = "请填写日期。")]
    public DateOnly? On { get; set; }

    [Required(ErrorMessage = "请填写理由。"), StringLength(EstateSuccession.ReasonLength, ErrorMessage = "理由不超过 {1} 字。")]
    public string? Reason { get; set; }

    /// <summary>The estates to be merged, or the buildings to be parted.</summary>
    public Guid[] Chosen { get; set; } = [];

    public static IEnumerable<string> DayProblems(DateOnly? on, DateOnly today)
    {
        if (on is { } day && (day > today || day.Year < Estate.EarliestYear)) yield return "日期不能晚于今天。";
    }
}

/// <summary>Buildings to become an estate of their own.</summary>
public sealed class SplitForm : MergerForm
{
    [Required(ErrorMessage = "请填写新小区名称。"), StringLength(Estate.NameLength, ErrorMessage = "小区名称不超过 {1} 字。")]
    public string? Name { get; set; }
}
