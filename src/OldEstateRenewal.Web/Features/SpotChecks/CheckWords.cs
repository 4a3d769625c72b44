namespace OldEstateRenewal.Web.Features.SpotChecks;

public static class CheckWords
{
    public static readonly IReadOnlyList<(string, string)> Phases = [.. Enum.GetValues<ProjectPhase>().Select(phase => ($"{phase}", phase.Name()))];

    public static readonly IReadOnlyList<(string, string)> Severities = [.. Enum.GetValues<CheckSeverity>().Select(severity => ($"{severity}", severity.Name()))];

    public static string Name(this ProjectPhase phase) => phase switch { ProjectPhase.Completed => "已完工", ProjectPhase.UnderWay => "在建", _ => "未开工" };

    public static string Name(this CheckSeverity severity) => severity switch { CheckSeverity.Grave => "严重", CheckSeverity.Serious => "较重", _ => "一般" };

    public static string Name(this FindingState state) => state switch { FindingState.Closed => "已销号", FindingState.Answered => "待核验", FindingState.SentBack => "退回重改", _ => "待整改" };

    public static string Css(this FindingState state) => state switch { FindingState.Closed => "good", FindingState.SentBack => "bad", _ => "warn" };

    public static string State(CheckClosing? closing) => closing?.Kind switch { CheckClosingKind.Drawn => "已抽取", CheckClosingKind.Withdrawn => "已作废", _ => "名单已固定，待抽取" };

    public static string Css(CheckClosing? closing) => closing?.Kind switch { CheckClosingKind.Drawn => "good", CheckClosingKind.Withdrawn => "", _ => "warn" };

    /// <summary>What of a visit is told in one line.</summary>
    public static string Outcome(LotLine lot) => lot.Visits.Count == 0 ? "未到场" : lot.Findings.Count == 0 ? "未发现问题" : $"{lot.Findings.Count} 个问题，已销号 {lot.Findings.Count(finding => finding.State == FindingState.Closed)} 个";
}
