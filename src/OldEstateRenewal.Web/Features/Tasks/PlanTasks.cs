using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Plans;
using OldEstateRenewal.Web.Features.Policies;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Tasks;

/// <summary>Annual plans on their way: to be submitted, to be issued.</summary>
public sealed class PlanTasks(PortalDbContext db, PolicyShelf policies, CurrentAccess access) : ITaskSource
{
    public async Task<IReadOnlyList<WaitingTask>> ReadAsync() => access.May(Duty.ReadPlans)
        ? (await PlanList.ReadAsync(db, await policies.TodayAsync())).Plans.Select(Of).OfType<WaitingTask>().ToList() : [];

    private WaitingTask? Of(PlanRow plan) => plan.State switch
    {
        PlanState.Submitted => Make(plan, $"{plan.Year}年改造计划已报审，等待您印发或退回。", TaskBodies.Leader, "待印发", Duty.IssuePlans),
        PlanState.Draft when plan.LastStep == PlanStepKind.Returned => Make(plan, $"{plan.Year}年改造计划被退回，请修改后重新报审。", TaskBodies.Bureau, "已退回", Duty.EditPlans),
        PlanState.Draft => Make(plan, $"{plan.Year}年改造计划编制中，尚未报审。", TaskBodies.Bureau, "编制中", Duty.EditPlans),
        _ => null,
    };

    private WaitingTask Make(PlanRow plan, string text, string body, string standing, Duty duty) => new($"plan-{plan.Id}", text, $"/plans/{plan.Id}", body, "年度计划：编制、报审、印发") { Standing = standing, IsMine = access.May(duty) };
}
