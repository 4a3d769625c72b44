using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Domain.Eligibility;
using OldEstateRenewal.Domain.Planning;
using OldEstateRenewal.Domain.Policies;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Disbursements;
using OldEstateRenewal.Web.Features.Estates;
using OldEstateRenewal.Web.Features.Plans;
using OldEstateRenewal.Web.Features.Projects;
using OldEstateRenewal.Web.Features.Responsibilities;
using OldEstateRenewal.Web.Features.Twins;
using OldEstateRenewal.Web.Security;
using Duty = OldEstateRenewal.Web.Security.Duty;

namespace OldEstateRenewal.Web.Features.Workbench;

/// <summary>Something to be done, with the page where it is done.</summary>
public sealed record DueItem(string Text, string Path, string? Tag = null, string Css = "");

/// <summary>The first page: what is due by duty, the stock in figures, deadlines, documents that have lapsed.</summary>
public sealed record WorkbenchSheet(List<DueItem> Due, EstateTotals? Stock, List<DueItem> Deadlines, List<PolicyDocument> Lapsed)
{
    private const int MostTwins = 5;
    private const int MostTasks = 12;

    public static async Task<WorkbenchSheet> ReadAsync(PortalDbContext db, Access access, EstateStandings standings, TwinBoard twins, PolicyView policies, ResponsibilityBook book)
    {
        var lapsed = policies.Documents.Where(document => document.ValidityOn(policies.On) == PolicyValidity.Expired).ToList();
        if (access.Tenant.Level != PolicyLevel.County) return new WorkbenchSheet([], null, [], lapsed);
        var due = access.May(Duty.EditRegistry) ? Registry(await EstateList.Rows(db.Estates.AsNoTracking().Where(e => e.EndedOn == null).OrderBy(e => e.Id)).ToListAsync(), await standings.ReadAsync(), await twins.ReadAsync()) : [];
        if (access.May(Duty.ReadProjects)) due.InsertRange(0, Tasks(await book.TasksAsync(), access.Role));
        if (access.May(Duty.ReadFunds)) due.InsertRange(0, await PaymentDue.ReadAsync(db, access));
        if (access.May(Duty.ReadPlans)) due.AddRange(Plans(await PlanList.ReadAsync(db, policies), access));
        return new WorkbenchSheet(due, await EstateList.TotalsAsync(db.Estates.Where(e => e.EndedOn == null)), access.May(Duty.ReadPlans) ? DeadlinesOf(policies) : [], lapsed);
    }

    private static List<DueItem> Registry(List<EstateRow> rows, IReadOnlyDictionary<Guid, EstateStanding> standings, IReadOnlyList<TwinLine> twins)
    {
        var due = new List<DueItem>();
        var undetermined = rows.Where(row => standings.GetValueOrDefault(row.Id)?.Verdict == EligibilityVerdict.Undetermined).ToList();
        if (undetermined.Count > 0) due.Add(new DueItem($"{undetermined.Count} 个小区情况未查清，尚不能认定能否纳入改造：{Names(undetermined)}", $"/estates?verdict={EligibilityVerdict.Undetermined}", "待查", "warn"));
        foreach (var twin in twins.Where(twin => twin.IsOpen).Take(MostTwins)) due.Add(new DueItem($"{twin.Pair.First.Name}与{twin.Pair.Second.Name}疑似重复登记：{twin.Pair.Why}，请判断。", "/twins", "疑似重复", "bad"));
        return due;
    }

    /// <summary>A task lands with the body that owes it; what is late rises to the leader.</summary>
    private static List<DueItem> Tasks(IReadOnlyList<OpenTask> tasks, Role role)
    {
        var mine = tasks.Where(task => role switch
        {
            Role.Leader => task.Light == Light.Red,
            Role.Street => task.Line.Stage.Item.Kind is BodyKind.Street or BodyKind.Community,
            _ => task.Light is Light.Red or Light.Amber || task.Line.Stage.Item.Kind is not (BodyKind.Street or BodyKind.Community),
        }).OrderByDescending(task => task.Light).ThenBy(task => task.Pressing?.Deadline).ThenBy(task => task.Project, StringComparer.Ordinal).ToList();
        var due = mine.Take(MostTasks).Select(task => new DueItem($"{task.Project}：{task.Line.Stage.Item.Name}（{task.Line.Stage.Item.Body}）", $"/projects/{task.ProjectId}#stage-{task.Line.Stage.Item.Key}", task.PressingInWords ?? "在办", task.Light.Css())).ToList();
        if (mine.Count > MostTasks) due.Add(new DueItem($"另有 {mine.Count - MostTasks} 项，见责任分工。", "/responsibilities"));
        return due;
    }

    private static IEnumerable<DueItem> Plans(PlanIndex index, Access access)
    {
        foreach (var plan in index.Plans.Where(plan => plan.State != PlanState.Issued))
        {
            if (plan.State == PlanState.Submitted && access.May(Duty.IssuePlans)) yield return new DueItem($"{plan.Year}年改造计划已报审，等待您印发或退回。", $"/plans/{plan.Id}", "待印发", "warn");
            else if (plan.State == PlanState.Draft && access.May(Duty.EditPlans)) yield return new DueItem($"{plan.Year}年改造计划{(plan.LastStep == PlanStepKind.Returned ? "被退回，请修改后重新报审" : "编制中，尚未报审")}。", $"/plans/{plan.Id}", plan.LastStep == PlanStepKind.Returned ? "已退回" : "编制中", "warn");
        }
    }

    private static List<DueItem> DeadlinesOf(PolicyView policies) => policies.All(PolicySections.Milestones)
        .SelectMany(milestone => new[] { policies.On.Year - 1, policies.On.Year, policies.On.Year + 1 }.Select(year => (milestone, year, State: milestone.Item.On(policies.On, year, null))))
        .Where(due => due.State is { Kind: DueKind.Ahead or DueKind.Today }).OrderBy(due => due.State!.DueOn).Take(6)
        .Select(due => new DueItem($"{due.year}年计划：{due.milestone.Item.Name}", $"/policies/{due.milestone.Document.Key}#milestones", due.State!.InWords, due.State.Days <= 30 ? "warn" : "")).ToList();

    private static string Names(List<EstateRow> rows) => string.Join("、", rows.Take(5).Select(row => row.Name)) + (rows.Count > 5 ? " 等" : "");
}
