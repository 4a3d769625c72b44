using System.Globalization;

namespace OldEstateRenewal.Web.Features.Evaluations;

public static class EvaluationWords
{
    public static string Name(this EvaluationState state) => state == EvaluationState.Published ? "已下发" : "拟订";

    public static string Css(this EvaluationState state) => state == EvaluationState.Published ? "good" : "warn";

    public static string State(SelfAssessment? self) => self?.State switch { AssessmentState.Sent => "已报送", AssessmentState.Draft => "填写中", _ => "未填写" };

    public static string Css(SelfAssessment? self) => self?.State == AssessmentState.Sent ? "good" : "warn";

    public static string State(EvaluationRound? round) => round switch { null => "未开始", { State: RoundState.Published, Edition: 1 } => "结果已公布", { State: RoundState.Published } => $"结果已公布（第 {round.Edition} 版）", { Edition: 1 } => "复评中", _ => $"重评中（第 {round.Edition} 版）" };

    public static string Css(EvaluationRound? round) => round?.State == RoundState.Published ? "good" : "warn";

    public static string Text(decimal? marks) => marks?.ToString("0.##", CultureInfo.InvariantCulture) ?? "—";

    public static string Signed(decimal points) => points > 0 ? $"+{Text(points)}" : $"−{Text(-points)}";
}
