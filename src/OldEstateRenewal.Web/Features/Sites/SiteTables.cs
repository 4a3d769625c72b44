using OldEstateRenewal.Documents.Tables;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Sites;

/// <summary>The items and the problems of a site as tables on paper and in Excel.</summary>
public static class SiteTables
{
    public static TableReport Items(SitePage page, Access access, DateTimeOffset at) => TableFile.Report(
        $"{page.Project.Name}施工进度表",
        [
            new("施工内容", 20, line => line.Item.Name),
            new("地点", 18, line => line.Place),
            new("层次", 8, line => line.Item.Layer.Name()),
            new("计划开工", 10, line => line.Item.PlannedStart),
            new("计划完工", 10, line => line.Item.PlannedFinish),
            new("实际开工", 10, line => line.StartedOn),
            new("实际完工", 10, line => line.FinishedOn),
            new("进度（%）", 8, line => (long?)line.Percent),
            new("说明", 18, line => line.IsLate ? line.Clock!.InWords : line.IsLateToStart ? "逾期未开工" : line.Newest?.Remark),
        ],
        page.Lines, access, at, [$"总体进度 {page.Overall?.ToPercent() ?? "—"}"], "总体进度为各项进度的平均数，各项等权，不按造价加权。");

    public static TableReport Problems(ProblemsPage page, Access access, DateTimeOffset at) => TableFile.Report(
        $"{page.Project.Name}问题整改台账",
        [
            new("小区", 14, line => line.Estate),
            new("类别", 6, line => line.Problem.Kind.Name()),
            new("程度", 6, line => line.Problem.Severity.Name()),
            new("问题", 26, line => line.Problem.Text),
            new("发现日期", 10, line => line.Problem.FoundOn),
            new("发现单位", 14, line => line.Problem.FoundBy),
            new("责任单位", 14, line => line.Problem.Owner),
            new("整改期限", 10, line => line.Problem.DueOn),
            new("状态", 8, line => line.IsOverdue ? "逾期" : line.Problem.State.Name()),
            new("整改、复查", 24, line => string.Join("；", line.Problem.Steps.OrderBy(step => step.At).ThenBy(step => step.Id).Select(step => $"{step.On:yyyy-MM-dd} {step.Kind.Name()}：{step.Text}"))),
        ],
        page.Lines, access, at, []);
}
