namespace OldEstateRenewal.Web.Features.SpotChecks;

/// <summary>Why something cannot be done with a spot check now, each with the field it belongs to; an empty list means that it can.</summary>
public static class CheckRules
{
    public static IReadOnlyList<string> WhyNotClose(CheckClosing? closing) => closing?.Kind switch
    {
        CheckClosingKind.Drawn => ["这份名单已抽取，种子和结果不再改动，也不能重抽。"],
        CheckClosingKind.Withdrawn => ["这份名单已作废。"],
        _ => [],
    };

    public static IReadOnlyList<(string Field, string Text)> WhyNotVisit(CheckVisitForm form, DateOnly drawnOn, DateOnly today)
    {
        var wrong = new List<(string, string)>();
        if (form.VisitedOn < drawnOn || form.VisitedOn > today) wrong.Add((nameof(form.VisitedOn), "抽查日期应在抽取之日至今天之间。"));
        if (form.Findings.Count > CheckVisitForm.Most) wrong.Add(("", $"一次最多登记 {CheckVisitForm.Most} 个问题。"));
        if (form.IsClean && form.Filled.Count > 0) wrong.Add((nameof(form.IsClean), "已填了问题，不能同时勾选“未发现问题”。"));
        if (!form.IsClean && form.Filled.Count == 0) wrong.Add((nameof(form.IsClean), "请填写发现的问题，没有的勾选“未发现问题”。"));
        foreach (var (finding, at) in form.Findings.Select((finding, at) => (finding, at)).Where(each => !each.finding.IsEmpty))
        {
            if (string.IsNullOrWhiteSpace(finding.Text)) wrong.Add(($"Findings[{at}].Text", "请写明问题。"));
            if (finding.Severity is null) wrong.Add(($"Findings[{at}].Severity", "请选择程度。"));
            if (finding.DueOn is null) wrong.Add(($"Findings[{at}].DueOn", "请填写整改期限。"));
            else if (finding.DueOn < form.VisitedOn) wrong.Add(($"Findings[{at}].DueOn", "整改期限不应早于抽查日期。"));
        }

        return wrong;
    }

    public static IReadOnlyList<(string Field, string Text)> WhyNotMend(FindingLine line, MendingForm form, DateOnly visitedOn)
    {
        if (line.State == FindingState.Closed) return [("", "这个问题已销号。")];
        if (line.State == FindingState.Answered) return [("", "整改情况已报送，待市级核验；退回后可再报。")];
        return form.MendedOn < visitedOn || form.MendedOn > line.Today ? [(nameof(form.MendedOn), "整改完成日期应在抽查之日至今天之间。")] : [];
    }

    public static IReadOnlyList<(string Field, string Text)> WhyNotJudge(FindingLine line, VerdictForm form)
    {
        if (line.State != FindingState.Answered) return [("", "没有待核验的整改情况。")];
        if (line.Newest!.Mending.Id != form.MendingId) return [("", "县级刚刚另报了整改情况，请核对后再定。")];
        var wrong = new List<(string, string)>();
        if (form.Kind == FindingVerdictKind.SentBack && string.IsNullOrWhiteSpace(form.Reason)) wrong.Add((nameof(form.Reason), "退回的请写明理由。"));
        if (form.Kind == FindingVerdictKind.Confirmed && form.DueOn is not null) wrong.Add((nameof(form.DueOn), "销号的不填新的期限。"));
        if (form.DueOn < line.Today) wrong.Add((nameof(form.DueOn), "新的期限不应早于今天。"));
        return wrong;
    }
}
