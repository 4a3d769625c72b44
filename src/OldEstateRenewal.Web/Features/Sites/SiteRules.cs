using OldEstateRenewal.Domain.Policies;
using OldEstateRenewal.Web.Features.Projects;
using OldEstateRenewal.Web.Features.Shared;

namespace OldEstateRenewal.Web.Features.Sites;

/// <summary>Why something cannot be written down about a site. An empty list means that it can; the same list greys out, explains and guards.</summary>
public static class SiteRules
{
    /// <summary>The stage of a project that opens its site.</summary>
    public const string StartStage = Project.StartStage;

    public static DateOnly? StartedOn(Project project) => ProjectSteps.Reached(project.Steps).TryGetValue(StartStage, out var day) ? day : null;

    /// <summary>No works before the project's own start; nothing above ground before what lies under it is finished.</summary>
    public static IReadOnlyList<string> WhyNotStart(SitePage page, SiteLine line, DateOnly on) => [.. Closed(page, on), .. OutOfOrder(page, line, on)];

    /// <summary>Why this report of an item cannot be kept.</summary>
    public static IReadOnlyList<string> WhyNotReport(SitePage page, SiteLine line, ProgressForm form, DateOnly on, DateOnly started)
    {
        var reasons = new List<string>();
        if (on > page.Today) reasons.Add($"日期 {on:yyyy-MM-dd} 晚于今天，请填写实际日期。");
        if (started > on) reasons.Add($"开工日期 {started:yyyy-MM-dd} 晚于进度日期 {on:yyyy-MM-dd}。");
        if (line.StartedOn != started) reasons.AddRange(WhyNotStart(page, line, started));
        return [.. reasons, .. Unfinished(form, on, started), .. Backwards(line, form)];
    }

    /// <summary>Solved is said of what is open, looked at again is what was solved, and by another person than the one who said so.</summary>
    public static IReadOnlyList<string> WhyNotStep(SiteProblem problem, ProblemStepKind kind, Guid person) => (problem.State, kind) switch
    {
        (ProblemState.Closed, _) => ["此问题已销号。"],
        (ProblemState.Open, ProblemStepKind.Passed or ProblemStepKind.Returned) => ["尚未登记整改，不能复查。"],
        (ProblemState.Solved, ProblemStepKind.Solved) => ["已登记整改，等待复查。"],
        (ProblemState.Solved, _) when problem.Newest!.ById == person => ["整改由您登记，复查须由另一人登记。"],
        _ => [],
    };

    /// <summary>The day of a step is neither in the future nor before what it follows.</summary>
    public static IReadOnlyList<string> WhyNotOn(SiteProblem problem, DateOnly on, DateOnly today)
    {
        var before = problem.Newest?.On ?? problem.FoundOn;
        return on > today ? [$"日期 {on:yyyy-MM-dd} 晚于今天。"] : on < before ? [$"日期 {on:yyyy-MM-dd} 早于{(problem.Newest is null ? "发现日期" : "上一步")} {before:yyyy-MM-dd}。"] : [];
    }

    private static IEnumerable<string> Closed(SitePage page, DateOnly on)
    {
        if (page.StartStage is not { } stage) yield break;
        if (page.StartedOn is not { } started) yield return $"“{stage.Item.Name}”环节尚未登记完成，不能开始施工（{stage.Citation}）。";
        else if (on < started) yield return $"日期 {on:yyyy-MM-dd} 早于项目{stage.Item.Name}日期 {started:yyyy-MM-dd}（{stage.Citation}）。";
    }

    private static IEnumerable<string> OutOfOrder(SitePage page, SiteLine line, DateOnly on)
    {
        if (page.Sequence is not { } rule) return [];
        var answer = rule.Item.MayStart(line.AsWork(on), page.Lines.Where(other => other.Item.EstateId == line.Item.EstateId).Select(other => other.AsWork(on)));
        return answer.Outcome != Outcome.Failed ? [] : [$"{rule.Item.InWords}：{string.Join("、", answer.Decisive.Select(part => part.Name))}到 {on:yyyy-MM-dd} 尚未完工（{rule.Citation}）。"];
    }

    private static IEnumerable<string> Unfinished(ProgressForm form, DateOnly on, DateOnly started)
    {
        var whole = form.Percent == SiteProgress.Whole;
        if (whole && form.FinishedOn is null) yield return "进度为 100% 时须填写完工日期。";
        if (!whole && form.FinishedOn is not null) yield return "填写了完工日期，进度应为 100%。";
        if (form.FinishedOn > on) yield return $"完工日期 {form.FinishedOn:yyyy-MM-dd} 晚于进度日期 {on:yyyy-MM-dd}。";
        if (form.FinishedOn < started) yield return $"完工日期 {form.FinishedOn:yyyy-MM-dd} 早于开工日期 {started:yyyy-MM-dd}。";
    }

    private static IEnumerable<string> Backwards(SiteLine line, ProgressForm form)
    {
        if (form.Percent < line.Percent && form.Remark.OrNull() is null) yield return $"进度由 {line.Percent}% 退到 {form.Percent}%，请在说明中写明原因。";
    }
}
