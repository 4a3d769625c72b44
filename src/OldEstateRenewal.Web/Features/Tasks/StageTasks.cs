using OldEstateRenewal.Domain.Planning;
using OldEstateRenewal.Web.Features.Projects;
using OldEstateRenewal.Web.Features.Responsibilities;
using OldEstateRenewal.Web.Security;
using Duty = OldEstateRenewal.Web.Security.Duty;

namespace OldEstateRenewal.Web.Features.Tasks;

/// <summary>Stages of projects that can be worked on now or have to be looked at again. One lands with the body that owes it; what is late rises to the leader.</summary>
public sealed class StageTasks(ResponsibilityBook book, CurrentAccess access) : ITaskSource
{
    public async Task<IReadOnlyList<WaitingTask>> ReadAsync() => access.May(Duty.ReadProjects) ? (await book.TasksAsync()).Select(Of).ToList() : [];

    private WaitingTask Of(OpenTask task)
    {
        var stage = task.Line.Stage;
        var isDoubtful = task.Line.Doubts.Count > 0;
        return new WaitingTask(ProjectCalendar.Key(task.ProjectId, stage.Item.Key), $"{task.Project}：{stage.Item.Name}（{stage.Item.Body}）", $"/projects/{task.ProjectId}#stage-{stage.Item.Key}", stage.Item.Body, stage.Citation.ToString())
        {
            DueOn = isDoubtful ? null : task.Pressing?.Deadline,
            Street = task.Street,
            Standing = isDoubtful || task.Pressing != task.Line ? task.PressingInWords ?? "在办" : null,
            StandingCss = task.Light.Css(),
            IsMine = access.Value.Role switch
            {
                Role.Leader => task.Light == Light.Red,
                Role.Street => IsStreets(stage.Item.Kind),
                _ => task.Light is Light.Red or Light.Amber || !IsStreets(stage.Item.Kind),
            },
        };
    }

    private static bool IsStreets(BodyKind? kind) => kind is BodyKind.Street or BodyKind.Community;
}
