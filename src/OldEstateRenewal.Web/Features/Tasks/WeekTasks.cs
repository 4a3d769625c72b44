using OldEstateRenewal.Web.Features.Dispatches;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Tasks;

/// <summary>Weeks that are over and not approved: one task, however many they are.</summary>
public sealed class WeekTasks(WeekReader weeks, CurrentAccess access) : ITaskSource
{
    public async Task<IReadOnlyList<WaitingTask>> ReadAsync()
    {
        if (!access.May(Duty.ReadProjects)) return [];
        var open = (await weeks.StatesAsync()).Where(state => !state.IsLocked && state.Week.To < weeks.Today && state.Due.Count > 0).Select(state => state.Week).OrderBy(week => week.From).ToList();
        return open.Count == 0 ? [] :
        [
            new WaitingTask("weeks-approval", open.Count == 1 ? $"审定{open[0].Name}周调度" : $"审定周调度：{open.Count} 周，最早为{open[0].Name}", $"/dispatch/{open[0].Path}", TaskBodies.Leader, "一周结束后由领导审定并锁定")
            {
                Standing = "待审定",
                IsMine = access.May(Duty.ApproveWeeks),
            },
        ];
    }
}
