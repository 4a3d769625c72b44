using OldEstateRenewal.Web.Features.Responsibilities;
using OldEstateRenewal.Web.Features.Shared;

namespace OldEstateRenewal.Web.Features.Tasks;

/// <summary>Who owes something that is late: the body, who answers for it, and what.</summary>
public sealed record OverdueLine(WaitingTask Task, string Person, int Days)
{
    public string Street => Task.Street is { Length: > 0 } street ? street : "（全县）";
}

/// <summary>All tasks of the county, gathered from their sources once per request: those of the person who asks, and those that are late.</summary>
public sealed class TaskBook(IEnumerable<ITaskSource> sources, ResponsibilityBook responsibilities, TimeProvider time)
{
    private IReadOnlyList<WaitingTask>? all;

    public DateOnly Today => ChinaTime.Today(time);

    /// <summary>What waits for the person who asks, the most urgent first.</summary>
    public async Task<IReadOnlyList<WaitingTask>> MineAsync() => (await AllAsync()).Where(task => task.IsMine)
        .OrderBy(task => task.On(Today)).ThenBy(task => task.DueOn).ThenBy(task => task.StandingCss switch { "bad" => 0, "warn" => 1, _ => 2 }).ToList();

    /// <summary>Whatever of the county is late, whoever owes it.</summary>
    public async Task<IReadOnlyList<OverdueLine>> OverdueAsync()
    {
        var officers = await responsibilities.OfficersAsync();
        return (await AllAsync()).Where(task => task.On(Today) == Urgency.Overdue).OrderBy(task => task.DueOn)
            .Select(task => new OverdueLine(task, officers.GetValueOrDefault(task.Body)?.Name ?? "未定", task.DaysLate(Today))).ToList();
    }

    private async Task<IReadOnlyList<WaitingTask>> AllAsync()
    {
        if (all is not null) return all;
        var found = new List<WaitingTask>();
        foreach (var source in sources) found.AddRange(await source.ReadAsync());
        return all = found;
    }
}
