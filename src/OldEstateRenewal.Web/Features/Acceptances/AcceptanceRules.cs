using OldEstateRenewal.Web.Features.Projects;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Acceptances;

/// <summary>Why an acceptance cannot be recorded, concluded or passed now. An empty list means that it can; the same list greys out, explains and guards.</summary>
public static class AcceptanceRules
{
    public const string Stage = "acceptance";

    public static StageLine? LineOf(ProjectPage page) => page.Stages.FirstOrDefault(line => line.Stage.Item.Key == Stage);

    public static IReadOnlyList<string> WhyNotAct(StageLine? line, Role role) => line is null ? [] : ProjectRules.WhyNotAct(line.Stage.Item, role);

    /// <summary>What must be so before any result is recorded.</summary>
    public static IReadOnlyList<string> WhyNotConclude(Acceptance acceptance, ProjectPage page, bool isSuperseded, Role role)
    {
        if (acceptance.Result is { } result) return [$"结论已登记：{result.Name()}。如有变化，请另登记一次验收。"];
        if (isSuperseded) return ["已有更新的验收记录，本次不再登记结论。"];
        var line = LineOf(page);
        return [.. WhyNotAct(line, role), .. Before(line), .. acceptance.HasProof ? Array.Empty<string>() : ["尚未上传各方签字的验收意见扫描件。"]];
    }

    /// <summary>What must be so before the result may be 通过.</summary>
    public static IReadOnlyList<string> WhyNotPass(Acceptance acceptance, IReadOnlyCollection<AcceptanceDefect> defects)
    {
        var reasons = acceptance.Seats.OrderBy(seat => seat.Sequence).Select(Against).OfType<string>().ToList();
        if (acceptance.Seats.Any(seat => seat.Opinion == AcceptanceOpinion.WithDefects) && defects.Count == 0) reasons.Add("有单位提出有问题待整改，请先登记问题、期限和责任单位。");
        return reasons;
    }

    public static IReadOnlyList<string> WhyNotEdit(Acceptance acceptance) => acceptance.Result is { } result ? [$"结论已登记（{result.Name()}），记录不再改动。"] : [];

    public static IReadOnlyList<string> WhyNotMend(AcceptanceDefect defect) => defect.State switch
    {
        DefectState.Mended => ["已登记整改，等待复验。"],
        DefectState.Closed => ["复验已合格。"],
        _ => [],
    };

    /// <summary>Nobody passes what he himself has mended.</summary>
    public static IReadOnlyList<string> WhyNotCheck(AcceptanceDefect defect, Guid userId) => defect.State switch
    {
        DefectState.Open => ["尚未登记整改。"],
        DefectState.Closed => ["复验已合格。"],
        _ when defect.Last!.ById == userId => ["整改由您登记，复验须由另一人进行。"],
        _ => [],
    };

    private static string? Against(AcceptanceSeat seat) => seat switch
    {
        { Opinion: AcceptanceOpinion.Disagree } => $"{seat.Party}不同意{(seat.Remark is null ? "" : $"：{seat.Remark}")}（{seat.Clause}）。",
        { IsOptional: true, IsPresent: false } => null,
        { IsPresent: false } => $"{seat.Party}没有到会（{seat.Clause}）。",
        { Opinion: null } => $"{seat.Party}没有签署意见（{seat.Clause}）。",
        _ => null,
    };

    private static IEnumerable<string> Before(StageLine? line) => line?.Standing is { } standing
        ? ProjectRules.Open(standing with { Parts = standing.Parts.Where(part => part.Key.StartsWith("after:", StringComparison.Ordinal)).ToList() })
        : [];
}
