using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace OldEstateRenewal.Web.Features.Projects;

/// <summary>倒排工期图: one bar a stage, from the day the stages before it were done to its own; planned days and the document's milestones as marks. A picture without script, also in print.</summary>
public static class ProjectGantt
{
    private const int Left = 150, Width = 720, RowHeight = 22, Top = 26, Right = 30;

    public static IHtmlContent Draw(ProjectPage page)
    {
        var days = page.Stages.SelectMany(line => new[] { line.ReachedOn, line.PlannedOn, line.DueOn }).OfType<DateOnly>().ToList();
        if (days.Count == 0) return new HtmlString("<p class=\"soft\">登记计划日期或完成日期后显示。</p>");
        var (from, to) = (days.Min().AddDays(-15), days.Max().AddDays(15));
        var picture = new StringBuilder();
        var height = Top + (page.Stages.Count * RowHeight) + 8;
        picture.Append(CultureInfo.InvariantCulture, $"<svg class=\"gantt\" viewBox=\"0 0 {Left + Width + Right} {height}\" width=\"{Left + Width + Right}\" height=\"{height}\" role=\"img\" aria-label=\"{Text(page.Project.Name)}进度图，各环节的日期另见下方列表\">");
        Months(picture, from, to, height);
        for (var row = 0; row < page.Stages.Count; row++) Row(picture, page, row, from, to);
        return new HtmlString(picture.Append("</svg>").ToString());
    }

    private static void Months(StringBuilder picture, DateOnly from, DateOnly to, int height)
    {
        var step = Math.Max(1, (((to.Year - from.Year) * 12) + to.Month - from.Month) / 12);
        for (var month = new DateOnly(from.Year, from.Month, 1).AddMonths(1); month <= to; month = month.AddMonths(step))
        {
            var x = X(month, from, to);
            picture.Append(CultureInfo.InvariantCulture, $"<line class=\"rule\" x1=\"{x}\" y1=\"{Top - 6}\" x2=\"{x}\" y2=\"{height}\"/><text class=\"month\" x=\"{x + 2}\" y=\"14\">{month:yyyy-MM}</text>");
        }
    }

    private static void Row(StringBuilder picture, ProjectPage page, int row, DateOnly from, DateOnly to)
    {
        var line = page.Stages[row];
        var y = Top + (row * RowHeight);
        picture.Append(CultureInfo.InvariantCulture, $"<text class=\"stage\" x=\"{Left - 6}\" y=\"{y + 14}\" text-anchor=\"end\">{Text(Short(line.Stage.Item.Name))}</text>");
        if (line.ReachedOn is { } reached)
        {
            var begun = page.Stages.Where(other => line.Stage.Item.After.Contains(other.Stage.Item.Key)).Select(other => other.ReachedOn).Max() ?? reached;
            var (x1, x2) = (X(begun, from, to), X(reached, from, to));
            picture.Append(CultureInfo.InvariantCulture, $"<rect class=\"done\" x=\"{x1}\" y=\"{y + 4}\" width=\"{Math.Max(x2 - x1, 4)}\" height=\"12\" rx=\"2\"><title>{Text(line.Stage.Item.Name)} {reached:yyyy-MM-dd} 完成</title></rect>");
        }

        if (line.PlannedOn is { } planned) picture.Append(CultureInfo.InvariantCulture, $"<circle class=\"planned\" cx=\"{X(planned, from, to)}\" cy=\"{y + 10}\" r=\"4\"><title>{Text(line.Stage.Item.Name)} 计划 {planned:yyyy-MM-dd}</title></circle>");
        if (line.DueOn is { } due) picture.Append(CultureInfo.InvariantCulture, $"<path class=\"{(line.Light == Light.Red ? "late" : "due")}\" d=\"M{X(due, from, to)} {y + 2}v16\"><title>{Text(line.Stage.Item.Name)} 文件节点 {due:yyyy-MM-dd}</title></path>");
    }

    private static int X(DateOnly day, DateOnly from, DateOnly to) => Left + ((day.DayNumber - from.DayNumber) * Width / Math.Max(1, to.DayNumber - from.DayNumber));

    private static string Short(string name) => name.Length <= 11 ? name : name[..10] + "…";

    private static string Text(string text) => HtmlEncoder.Default.Encode(text);
}
