using System.ComponentModel.DataAnnotations;

namespace OldEstateRenewal.Web.Features.Dispatches;

public sealed class WeeklySheetForm
{
    /// <summary>The edition that was seen; 0 where nothing had been sent.</summary>
    public int Edition { get; set; }

    public List<FigureForm> Figures { get; set; } = [];

    [StringLength(WeeklySheet.TextLength, ErrorMessage = "本周进展不超过 {1} 字。")]
    public string? Progress { get; set; }

    [StringLength(WeeklySheet.TextLength, ErrorMessage = "存在问题不超过 {1} 字。")]
    public string? Problems { get; set; }

    [StringLength(WeeklySheet.TextLength, ErrorMessage = "需协调事项不超过 {1} 字。")]
    public string? Needs { get; set; }

    [StringLength(WeeklySheet.ReasonLength, ErrorMessage = "更正的理由不超过 {1} 字。")]
    public string? Correction { get; set; }

    public static WeeklySheetForm Of(WeekLine line) => new()
    {
        Edition = line.Editions.Count,
        Figures = WeeklySheetEditor.Asked.Select(indicator => new FigureForm
        {
            Key = indicator.Key,
            Actual = line.Sheet is { } sheet ? sheet.Figures.GetValueOrDefault(indicator.Key).Actual : line.Recorded.Figures.GetValueOrDefault(indicator.Key).Actual,
            Reason = line.Sheet?.ReasonOf(indicator.Key),
        }).ToList(),
        Progress = line.Sheet?.Progress,
        Problems = line.Sheet?.Problems,
        Needs = line.Sheet?.Needs,
    };
}

public sealed class FigureForm
{
    public string Key { get; set; } = "";

    public decimal? Actual { get; set; }

    [StringLength(WeeklySheet.ReasonLength, ErrorMessage = "说明不超过 {1} 字。")]
    public string? Reason { get; set; }
}

public sealed class WeekStepForm
{
    [StringLength(WeekStep.ReasonLength, ErrorMessage = "理由不超过 {1} 字。")]
    public string? Reason { get; set; }
}

public sealed class FigureReturnForm
{
    public int Edition { get; set; }

    public string? IndicatorKey { get; set; }

    [Required(ErrorMessage = "请写明退回的理由。"), StringLength(FigureReturn.TextLength, ErrorMessage = "理由不超过 {1} 字。")]
    public string? Text { get; set; }
}

public sealed class ReturnReplyForm
{
    [Required(ErrorMessage = "请写明答复。"), StringLength(ReturnReply.TextLength, ErrorMessage = "答复不超过 {1} 字。")]
    public string? Text { get; set; }
}
