using OldEstateRenewal.Web.Features.Shared;

namespace OldEstateRenewal.Web.Features.Projects;

/// <summary>Deadlines as a calendar file: one all-day entry for each stage that is not reached and has a deadline.</summary>
public static class ProjectCalendar
{
    public static byte[] Write(string name, IEnumerable<(Project Project, StageLine Line)> lines, DateTimeOffset madeAt) =>
        CalendarFile.Write(name, lines.Where(each => each.Line is { ReachedOn: null, Deadline: not null }).Select(each => Entry(each.Project, each.Line)), madeAt);

    /// <summary>The key by which every calendar knows a stage of a project.</summary>
    public static string Key(Guid project, string stage) => $"{project}-{stage}";

    private static CalendarEntry Entry(Project project, StageLine line) =>
        new(Key(project.Id, line.Stage.Item.Key), $"{project.Name}：{line.Stage.Item.Name}到期", $"{line.Stage.Item.Body}；{line.Stage.Citation}", line.Deadline);
}
