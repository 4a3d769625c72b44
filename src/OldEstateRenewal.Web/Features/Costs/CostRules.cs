using OldEstateRenewal.Web.Features.Schemes;

namespace OldEstateRenewal.Web.Features.Costs;

/// <summary>Why something cannot be done with a cost sheet now; an empty list means that it can.</summary>
public static class CostRules
{
    public static IReadOnlyList<string> WhyNotStart(CostStage stage, IReadOnlyList<CostSheet> sheets, Scheme? scheme)
    {
        var reasons = new List<string>();
        if (sheets.FirstOrDefault(sheet => sheet.Stage == stage && sheet.State == CostState.Draft) is { } draft) reasons.Add($"{CostWords.NameOf(draft)}正在编制，请在该版上修改，或先放弃该版。");
        if (stage == CostStage.Estimate && scheme is null) reasons.Add("改造方案尚未确定，估算按已确定的方案编制。");
        if (stage > CostStage.Estimate && NewestFixed(sheets, stage - 1) is null && NewestFixed(sheets, stage) is null) reasons.Add($"{(stage - 1).Name()}尚未确定，{stage.Name()}从{(stage - 1).Name()}复制。");
        return reasons;
    }

    /// <summary>Whether the next sheet of the stage revises one that stands.</summary>
    public static bool Revises(CostStage stage, IReadOnlyList<CostSheet> sheets) => NewestFixed(sheets, stage) is not null;

    public static CostSheet? NewestFixed(IEnumerable<CostSheet> sheets, CostStage stage) => sheets.Where(sheet => sheet.Stage == stage && sheet.State == CostState.Fixed).MaxBy(sheet => sheet.Number);

    public static IReadOnlyList<string> WhyNotEdit(CostSheet sheet) => sheet.State switch
    {
        CostState.Fixed => [$"{CostWords.NameOf(sheet)}已确定，不再改动；需要调整的，请另编一版并写明理由。"],
        CostState.Discarded => [$"{CostWords.NameOf(sheet)}已放弃。"],
        _ => [],
    };

    public static IReadOnlyList<string> WhyNotFix(CostCheck check) => WhyNotEdit(check.Sheet) is { Count: > 0 } closed ? closed : check.Objections;
}
