using OldEstateRenewal.Domain.Planning;
using OldEstateRenewal.Domain.Policies;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Estates;
using OldEstateRenewal.Web.Features.Tasks;
using OldEstateRenewal.Web.Security;
using Duty = OldEstateRenewal.Web.Security.Duty;

namespace OldEstateRenewal.Web.Features.Workbench;

/// <summary>Something to be done, with the page where it is done.</summary>
public sealed record DueItem(string Text, string Path, string? Tag = null, string Css = "");

/// <summary>The first page: the most urgent of what waits for the person, the stock in figures, deadlines, documents that have lapsed.</summary>
public sealed record WorkbenchSheet(List<DueItem> Due, EstateTotals? Stock, List<DueItem> Deadlines, List<PolicyDocument> Lapsed)
{
    private const int MostTasks = 12;

    public static async Task<WorkbenchSheet> ReadAsync(PortalDbContext db, Access access, PolicyView policies, TaskBook book)
    {
        var lapsed = policies.Documents.Where(document => document.ValidityOn(policies.On) == PolicyValidity.Expired).ToList();
        if (access.Tenant.Level != PolicyLevel.County) return new WorkbenchSheet([], null, [], lapsed);
        var due = access.May(Duty.ReadTasks) ? Tasks(await book.MineAsync(), book.Today) : [];
        return new WorkbenchSheet(due, await EstateList.TotalsAsync(db.Estates.Where(e => e.EndedOn == null)), access.May(Duty.ReadPlans) ? DeadlinesOf(policies) : [], lapsed);
    }

    private static List<DueItem> Tasks(IReadOnlyList<WaitingTask> tasks, DateOnly today)
    {
        // Much that is late must not push out what waits without a day.
        var shown = tasks.Where(task => task.DueOn is not null).Take(MostTasks).Concat(tasks.Where(task => task.DueOn is null).Take(MostTasks)).ToHashSet();
        var due = tasks.Where(shown.Contains).Select(task => new DueItem(task.Text, task.Path, task.Tag(today), task.Css(today))).ToList();
        if (tasks.Count > shown.Count) due.Add(new DueItem($"另有 {tasks.Count - shown.Count} 项，见我的任务。", "/tasks"));
        return due;
    }

    private static List<DueItem> DeadlinesOf(PolicyView policies) => policies.All(PolicySections.Milestones)
        .SelectMany(milestone => new[] { policies.On.Year - 1, policies.On.Year, policies.On.Year + 1 }.Select(year => (milestone, year, State: milestone.Item.On(policies.On, year, null))))
        .Where(due => due.State is { Kind: DueKind.Ahead or DueKind.Today }).OrderBy(due => due.State!.DueOn).Take(6)
        .Select(due => new DueItem($"{due.year}年计划：{due.milestone.Item.Name}", $"/policies/{due.milestone.Document.Key}#milestones", due.State!.InWords, due.State.Days <= 30 ? "warn" : "")).ToList();
}
