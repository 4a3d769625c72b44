namespace OldEstateRenewal.Web.Features.Evaluations;

/// <summary>Why something cannot be done with an evaluation now; an empty list means that it can.</summary>
public static class EvaluationRules
{
    public static IReadOnlyList<string> WhyNotEdit(Evaluation evaluation) => evaluation.State == EvaluationState.Published ? ["评价表已下发，不能改动；有误的另拟一份，名称中注明。"] : [];

    public static IEnumerable<(string Field, string Text)> WhyNotSave(EvaluationForm form)
    {
        if (form.Filled.Count > Evaluation.MostItems) yield return ("", $"指标不超过 {Evaluation.MostItems} 项。");
        foreach (var (item, at) in form.Items.Select((item, at) => (item, at)).Where(each => !each.item.IsEmpty))
        {
            if (string.IsNullOrWhiteSpace(item.Group)) yield return ($"Items[{at}].Group", "请填写一级指标。");
            if (string.IsNullOrWhiteSpace(item.Name)) yield return ($"Items[{at}].Name", "请填写指标。");
            if (item.Marks is null) yield return ($"Items[{at}].Marks", "请填写分值。");
            if (!string.IsNullOrEmpty(item.RateKey) && Domain.Supervision.Rates.Find(item.RateKey) is null) yield return ($"Items[{at}].RateKey", "请从列出的比率中选择。");
        }
    }

    public static IReadOnlyList<string> WhyNotFill(CountyScore score) => score.IsSent ? ["自评已报送，不能改动。"] : [];

    public static IReadOnlyList<string> WhyNotReview(EvaluationRound? round) => round?.State == RoundState.Published ? ["结果已公布，不能改动；有误的写明理由另行重评。"] : [];

    /// <param name="remark">What is said of those that are not rated.</param>
    public static IReadOnlyList<string> WhyNotConclude(EvaluationPage page, string? remark)
    {
        if (page.Round is not { State: RoundState.Open }) return ["没有正在进行的复评。"];
        var rated = page.Counties.Where(county => county.Review is not null).ToList();
        return
        [
            .. rated.Count == 0 ? ["还没有一个县（市、区）复评。"] : Array.Empty<string>(),
            .. rated.SelectMany(county => county.WhyNotSettled().Select(why => $"{county.Name}：{why}")),
            .. page.Counties.Where(county => county.Review is null).Select(county => county.Name).ToList() is { Count: > 0 } missing && remark is null ? [$"{string.Join("、", missing)}没有复评，请复评或写明不参加评价的原因。"] : Array.Empty<string>(),
        ];
    }
}
