using OldEstateRenewal.Documents.Tables;
using OldEstateRenewal.Web.Features.Shared;

namespace OldEstateRenewal.Web.Features.Projects;

/// <summary>The board as a table on paper and in Excel.</summary>
public static class ProjectTable
{
    public static TableReport<ProjectRow> Make(ProjectBoard board, string tenantName, DateTimeOffset madeAt)
    {
        List<TableColumn<ProjectRow>> columns =
        [
            new("项目", 22, row => row.Project.Name),
            new("街道", 12, row => row.Street),
            new("进度", 8, row => $"{row.Done}/{row.Stages.Count}"),
            new("状态", 8, row => row.Light.Name()),
            .. board.Stages.Select(stage => new TableColumn<ProjectRow>(stage.Item.Name, 11, row => Cell(row.Stages.GetValueOrDefault(stage.Item.Key)))),
        ];
        return new TableReport<ProjectRow>(columns, board.Rows)
        {
            Title = $"{board.Year}年改造项目进度表",
            Notes = ["有日期的为完成日期；“限”为尚未完成的期限，取计划日期与文件节点中较早者。"],
            Source = $"资料来源：{tenantName}老旧小区改造台账",
            Author = tenantName,
            MadeAt = madeAt.ToChina(),
            Paper = PaperLayout.Landscape,
        };
    }

    private static string Cell(StageLine? line) => line switch
    {
        null => "—",
        { ReachedOn: { } day } => $"{day:yyyy-MM-dd}",
        { Deadline: { } deadline } => $"限 {deadline:yyyy-MM-dd}{(line.Light == Light.Red ? " 逾期" : "")}",
        _ => "",
    };
}
